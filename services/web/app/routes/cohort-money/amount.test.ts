import * as fc from 'fast-check';
import { minorOf, typedOf } from './amount';

it.each([
  ['12', 'CNY', 1_200],
  ['12.5', 'CNY', 1_250],
  [' 0,05 ', 'CNY', 5],
  // Twelve and a half cents is no amount; a float would make one of it.
  ['12.345', 'CNY', null],
  ['1.005', 'KWD', 1_005],
  ['501', 'JPY', 501],
  ['501.5', 'JPY', null],
  ['', 'CNY', null],
  ['-3', 'CNY', null],
  ['1e3', 'CNY', null],
  ['1,000.00', 'CNY', null],
  ['1000000000000', 'JPY', 1_000_000_000_000],
  // More than can be counted to the unit.
  ['90071992547409.92', 'CNY', null],
  ['9007199254740992', 'JPY', null],
])('%j in %s is %s', (typed, currency, minor) => {
  expect(minorOf(typed, currency)).toBe(minor);
});

it('is read back to the unit as it was written', () => {
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.constantFrom('CNY', 'JPY', 'KWD'), (minor, currency) => {
      expect(minorOf(typedOf(minor, currency), currency)).toBe(minor);
    }),
  );
});
