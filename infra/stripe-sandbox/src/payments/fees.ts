import type { Fees } from '../terms';

/** The processing fee of a charge, rounded to the nearest unit. */
export const processingFeeMinor = (amountMinor: number, fees: Fees): number =>
  Math.round((amountMinor * fees.percentBps) / 10_000) + fees.fixedMinor;
