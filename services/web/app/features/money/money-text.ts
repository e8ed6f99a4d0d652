import { minorDigitsOf } from '@daka/rules';

/** An amount as everybody reads it: the same text wherever the same amount stands. `amountMinor` is in the currency's minor unit. */
export function moneyText(language: string, currency: string, amountMinor: number): string {
  const digits = minorDigitsOf(currency) ?? 2;
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amountMinor / 10 ** digits);
}

/** "300.00", for places that name the currency beside it. */
export function figureText(language: string, currency: string, amountMinor: number): string {
  const digits = minorDigitsOf(currency) ?? 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, options).format(amountMinor / 10 ** digits);
}
