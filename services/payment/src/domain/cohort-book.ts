import { type Balances, addLines, credit, debit } from './ledger/accounts';
import type { Posting } from './ledger/entry';

/** The part of a cohort's pool that goes to nobody's enrolment: the organiser's and the charity's. */
export interface CohortBook {
  cohortId: string;
  currency: string;
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
  balances: Balances;
}

export type CohortBookEvent = {
  type: 'pool-shared';
  cohortId: string;
  currency: string;
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
  atMs: number;
};

export function evolveCohortBook(_book: CohortBook | null, event: CohortBookEvent): CohortBook {
  const { type: _, atMs: _at, ...shared } = event;
  return {
    ...shared,
    balances: addLines(
      {},
      cohortPostingsOf(event).flatMap(({ lines }) => lines),
    ),
  };
}

interface SettledPool {
  cohortId: string;
  currency: string;
  poolMinor: number;
  bonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

/** A cohort is settled once; said again, it changes nothing. */
export function sharePool(
  book: CohortBook | null,
  { cohortId, currency, poolMinor, bonusMinor, organiserMinor, charityMinor }: SettledPool,
  atMs: number,
): CohortBookEvent[] {
  if (book !== null) return [];
  if (poolMinor !== bonusMinor + organiserMinor + charityMinor)
    throw new Error(`the shares of cohort ${cohortId} are not its pool`);
  return [{ type: 'pool-shared', cohortId, currency, poolMinor, organiserMinor, charityMinor, atMs }];
}

export function cohortPostingsOf({ organiserMinor, charityMinor, atMs }: CohortBookEvent): Posting[] {
  const lines = [
    debit('forfeit_pool', organiserMinor + charityMinor),
    credit('organiser_earnings', organiserMinor),
    credit('charity_payable', charityMinor),
  ].filter(({ amountMinor }) => amountMinor !== 0);
  return lines.length === 0 ? [] : [{ cause: 'pool-shared', kind: 'pool_shared', atMs, lines }];
}
