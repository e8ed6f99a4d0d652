/** Stripe takes three-decimal currencies in tens, ISK and UGX in hundreds. https://docs.stripe.com/currencies */
const IN_TENS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
const IN_HUNDREDS = new Set(['ISK', 'UGX']);

/** The smallest amount that can move through the processor; every amount sent is a multiple of it. */
export function stepMinor(currency: string): number {
  if (IN_TENS.has(currency)) return 10;
  return IN_HUNDREDS.has(currency) ? 100 : 1;
}

export function isPayable(amountMinor: number, currency: string): boolean {
  return amountMinor % stepMinor(currency) === 0;
}

/** The part of an amount that can be sent now; the rest waits for more. */
export function payablePart(amountMinor: number, currency: string): number {
  return amountMinor - (amountMinor % stepMinor(currency));
}
