import { currencyOf, isPayable, minorDigitsOf } from '@daka/rules';

// Stripe writes codes in lower case; the table of the rules, which the product charges by too, in upper case.

export const isKnownCurrency = (currency: string): boolean =>
  currency === currency.toLowerCase() && tableOf(currency) !== undefined;

export type AmountFault = 'too_small' | 'too_large' | 'not_representable';

/** Whether Stripe would charge this amount (0 is free and always fine). */
export function judgeChargeAmount(amountMinor: number, currency: string): AmountFault | undefined {
  if (amountMinor === 0) return undefined;
  if (!isRepresentable(amountMinor, currency)) return 'not_representable';
  if (amountMinor < leastChargeMinor(currency)) return 'too_small';
  return amountMinor > mostChargeMinor(currency) ? 'too_large' : undefined;
}

export const leastChargeMinor = (currency: string): number => tableOf(currency)?.leastMinor ?? 1;
export const mostChargeMinor = (currency: string): number => tableOf(currency)?.mostMinor ?? Number.MAX_SAFE_INTEGER;

/** Three-decimal amounts must end in 0; ISK and UGX are whole hundreds. */
export function isRepresentable(amountMinor: number, currency: string): boolean {
  return isPayable(amountMinor, currency.toUpperCase());
}

/** As Stripe writes amounts in messages: "$5.00", "¥500". */
export function formatAmount(amountMinor: number, currency: string): string {
  const digits = minorDigitsOf(currency.toUpperCase());
  const options = {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat('en-US', options).format(amountMinor / 10 ** digits);
}

function tableOf(currency: string) {
  return currencyOf(currency.toUpperCase());
}
