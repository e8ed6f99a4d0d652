/** What Stripe keeps. Amounts in minor units of the charge's currency. */
export interface Fees {
  /** Basis points of the amount. */
  readonly percentBps: number;
  readonly fixedMinor: number;
  readonly disputeMinor: number;
}

export const STRIPE_FEES: Fees = { percentBps: 290, fixedMinor: 30, disputeMinor: 1_500 };

/** The processing fee of a charge, rounded to the nearest unit. */
export const processingFeeMinor = (amountMinor: number, fees: Fees): number =>
  Math.round((amountMinor * fees.percentBps) / 10_000) + fees.fixedMinor;
