import { minorDigitsOf } from '@daka/rules';

/** What somebody typed, such as "12.5", in the currency's minor unit, to the unit; null: no such amount. */
export function minorOf(typed: string, currency: string): number | null {
  const digits = minorDigitsOf(currency) ?? 2;
  const [, whole, part = ''] = /^(\d{1,16})(?:[.,](\d+))?$/.exec(typed.trim()) ?? [];
  if (whole === undefined || part.length > digits) return null;
  const amountMinor = Number(whole + part.padEnd(digits, '0'));
  return Number.isSafeInteger(amountMinor) ? amountMinor : null;
}

/** The same the other way round, as it would be typed. */
export function typedOf(amountMinor: number, currency: string): string {
  const digits = minorDigitsOf(currency) ?? 2;
  const all = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
