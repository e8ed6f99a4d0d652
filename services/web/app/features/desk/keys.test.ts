import { keyOf, type Place, type Press } from './keys';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  keyCode: key.toUpperCase().charCodeAt(0),
  isComposing: false,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const onPage: Place = { isWriting: false, isInDialog: false };

it.each([
  ['j', 'j'],
  ['A', 'a'], // caps lock
  ['？', '?'],
  ['／', '/'],
  ['Escape', 'Escape'],
])('takes %s on the page for %s', (pressed, key) => expect(keyOf(press(pressed), onPage)).toBe(key));

it.each([
  ['while somebody writes', press('a'), { ...onPage, isWriting: true }],
  ['over the page', press('a'), { ...onPage, isInDialog: true }],
  ['while an input method composes', press('a', { isComposing: true }), onPage],
  ['for the key that ends composing, which some browsers only number', press('a', { keyCode: 229 }), onPage],
  ['with Control: the browser has it', press('a', { ctrlKey: true }), onPage],
  ['with Command', press('r', { metaKey: true }), onPage],
  ['with Alt', press('z', { altKey: true }), onPage],
  ['held down: no verdict twice by a heavy finger', press('a', { repeat: true }), onPage],
])('means nothing %s', (_when, pressed, place) => expect(keyOf(pressed, place)).toBeNull());

it('moves on while j is held down', () => expect(keyOf(press('j', { repeat: true }), onPage)).toBe('j'));
