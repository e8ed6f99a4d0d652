import { minorDigitsOf } from '@daka/rules';

/** Making a format takes longer than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

/** An amount as everybody reads it: the same text wherever the same amount stands. `amountMinor` is in the currency's minor unit. */
export function moneyText(language: string, currency: string, amountMinor: number): string {
  return formatted(language, currency, amountMinor, { style: 'currency', currency });
}

/** "300.00", for places that name the currency beside it. */
export function figureText(language: string, currency: string, amountMinor: number): string {
  return formatted(language, currency, amountMinor, {});
}

function formatted(language: string, currency: string, amountMinor: number, style: Intl.NumberFormatOptions): string {
  const digits = minorDigitsOf(currency) ?? 2;
  const key = `${language} ${currency} ${style.style}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(amountMinor / 10 ** digits);
}
