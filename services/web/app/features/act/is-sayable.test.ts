import { isSayable } from './is-sayable';

it.each([
  ['   ', 5, false],
  ['', 5, false],
  ['12345', 5, true],
  ['123456', 5, false],
  // The services drop the space around it before they count.
  ['  12345 \n', 5, true],
  // One character to a reader, several units to a browser.
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, true],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, false],
])('%j of at most %i characters: %s', (text, most, isIt) => {
  expect(isSayable(text, most)).toBe(isIt);
});
