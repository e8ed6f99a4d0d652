import { amountProblems, CHARGED_CURRENCIES, currencyOf, isPayable, minorDigitsOf, payablePart } from './index.ts';

const price = (currency: string, depositMinor: number, entryFeeMinor = 0) => ({
  currency,
  entryFeeMinor,
  depositMinor,
});

it.each(CHARGED_CURRENCIES)(
  '%s has the digits that the world gives it, so no amount is a hundred times off',
  (code) => {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
    expect(minorDigitsOf(code)).toBe(format.resolvedOptions().maximumFractionDigits);
    expect(currencyOf(code)).toMatchObject({ code, isCharged: true });
  },
);

it.each([
  ['JPY', { minorDigits: 0, stepMinor: 1, leastMinor: 50, isCharged: true }],
  ['KRW', { minorDigits: 0, stepMinor: 1, leastMinor: 500, isCharged: true }],
  ['VND', { minorDigits: 0, stepMinor: 1, isCharged: false }],
  ['KWD', { minorDigits: 3, stepMinor: 10, isCharged: true }],
  ['ISK', { minorDigits: 2, stepMinor: 100, isCharged: false }],
  ['IDR', { minorDigits: 2, mostMinor: 999_999_999_999, isCharged: false }],
  ['CNY', { minorDigits: 2, stepMinor: 1, leastMinor: 400, mostMinor: 99_999_999, isCharged: true }],
])('%s is as the processor counts it', (code, expected) => {
  expect(currencyOf(code)).toMatchObject(expected);
});

it('knows no other currency', () => {
  expect(['XXX', 'usd', 'EU', '', 'constructor'].map(currencyOf)).toEqual(Array(5).fill(undefined));
  expect(minorDigitsOf('XXX')).toBe(2);
});

it('sends what fits into steps and keeps the rest', () => {
  expect([isPayable(10_010, 'BHD'), isPayable(10_005, 'BHD'), isPayable(10_005, 'EUR')]).toEqual([true, false, true]);
  expect([payablePart(10_019, 'KWD'), payablePart(199, 'ISK'), payablePart(10_019, 'JPY')]).toEqual([
    10_010, 100, 10_019,
  ]);
});

describe('a price that cannot be charged', () => {
  it.each([
    ['XXX', price('XXX', 10_000), [{ field: 'currency', why: 'currency_not_charged' }]],
    ['VND', price('VND', 100_000), [{ field: 'currency', why: 'currency_not_charged' }]],
    ['USD 20', price('USD', 20), [{ field: 'depositMinor', why: 'below_least', boundMinor: 50 }]],
    ['JPY 49', price('JPY', 49), [{ field: 'depositMinor', why: 'below_least', boundMinor: 50 }]],
    ['CNY 399, all of it fee', price('CNY', 0, 399), [{ field: 'entryFeeMinor', why: 'below_least', boundMinor: 400 }]],
    ['KWD 1005', price('KWD', 1_005), [{ field: 'depositMinor', why: 'not_in_steps', boundMinor: 10 }]],
    [
      'KWD, both off',
      price('KWD', 1_005, 995),
      [
        { field: 'entryFeeMinor', why: 'not_in_steps', boundMinor: 10 },
        { field: 'depositMinor', why: 'not_in_steps', boundMinor: 10 },
      ],
    ],
    ['10^14', price('USD', 10 ** 14), [{ field: 'depositMinor', why: 'above_most', boundMinor: 99_999_999 }]],
    [
      'a sum above',
      price('EUR', 99_999_999, 1),
      [{ field: 'depositMinor', why: 'above_most', boundMinor: 99_999_999 }],
    ],
  ])('%s', (_, offered, problems) => {
    expect(amountProblems(offered)).toEqual(problems);
  });

  it.each([
    ['USD 50', price('USD', 50)],
    ['JPY 50', price('JPY', 50)],
    ['CNY 200 and 200', price('CNY', 200, 200)],
    ['KWD 1010', price('KWD', 1_010)],
    ['99,999,999', price('EUR', 99_999_998, 1)],
    ['nothing, which is a free cohort', price('EUR', 0)],
  ])('and one that can: %s', (_, offered) => {
    expect(amountProblems(offered)).toEqual([]);
  });
});
