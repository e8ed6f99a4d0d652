import * as fc from 'fast-check';
import { formatAmount, isKnownCurrency, judgeChargeAmount } from './currency';
import { Terms } from '../terms';
import { processingFeeMinor } from './fees';

const STRIPE_FEES = Terms.parse({}).fees;

it.each([
  [49, 'usd', 'too_small'],
  [50, 'usd', undefined],
  [29, 'gbp', 'too_small'],
  [49, 'jpy', 'too_small'],
  [50, 'jpy', undefined],
  [99_999_999, 'usd', undefined],
  [100_000_000, 'usd', 'too_large'],
  [1_005, 'kwd', 'not_representable'],
  [1_010, 'kwd', undefined],
  [150, 'isk', 'not_representable'],
  [200, 'isk', undefined],
  [0, 'usd', undefined],
])('judges %d %s: %s', (amountMinor, currency, fault) => {
  expect(judgeChargeAmount(amountMinor, currency)).toBe(fault);
});

it.each([
  [500, 'usd', '$5.00'],
  [500, 'jpy', '¥500'],
  [12_340, 'kwd', 'KWD 12.340'],
  [123_456, 'cny', 'CN¥1,234.56'],
])('writes %d %s as %s', (amountMinor, currency, text) => {
  expect(formatAmount(amountMinor, currency).replaceAll('\u00a0', ' ')).toBe(text);
});

it('knows the currencies of this world only', () => {
  expect(['usd', 'jpy', 'kwd', 'ugx', 'xxx', 'USD'].map(isKnownCurrency)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('takes a whole fee that grows with the amount', () => {
  expect(processingFeeMinor(10_000, STRIPE_FEES)).toBe(320);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(1_000), (amountMinor, more) => {
      const fee = processingFeeMinor(amountMinor, STRIPE_FEES);
      expect(Number.isInteger(fee)).toBe(true);
      expect(processingFeeMinor(amountMinor + more, STRIPE_FEES)).toBeGreaterThanOrEqual(fee);
    }),
  );
});
