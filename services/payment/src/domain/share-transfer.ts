import { payablePart } from '@daka/rules';
import type { CohortBook, CohortBookEvent } from './cohort-book';
import type { Now, Patience } from './patience';
import { isSending, planTransfer, putOff, transferredMinor, waitsUntilMs } from './transfer';

/** What the books of a cohort's learners add up to. */
export interface CohortMoney {
  /** Of all books: what was forfeited less the bonuses. */
  poolMinor: number;
  /** The same of those that were charged by the platform: only their money is here. */
  herePoolMinor: number;
  /** What those have cost beyond their fees: lost disputes, payments of who left, what was sent too early. */
  shortMinor: number;
  /** What banks question and have taken off the balance meanwhile. */
  disputedMinor: number;
}

/** Costs may come for as long as a payment can be disputed; later a share stays as it is. */
const WATCHED_MS = 400 * 86_400_000;
const LOOK_AGAIN_MS = 86_400_000;

/**
 * Brings what the organiser's account has of the share to what is due: nothing before the pool of the learners' books is what was shared,
 * never more than is there, less what the cohort's payments have cost beyond their fees, and back what they cost later.
 */
export function transferShare(
  book: CohortBook | null,
  money: CohortMoney,
  accountId: string | null,
  now: Now,
  patience: Patience,
): CohortBookEvent[] {
  if (!book || book.transfers.some(isSending) || waitsUntilMs(book) > now.wallAtMs) return [];
  // Settlements and bonuses are still on their way to some books.
  if (money.poolMinor !== book.organiserMinor + book.charityMinor) return putOff(book, now, patience.disputeEveryMs);
  const dueMinor = dueOf(book, money, 0);
  const nowMinor = dueOf(book, money, money.disputedMinor);
  const hasMinor = transferredMinor(book.balances);
  // What is only questioned is not taken back, and not given either.
  const wantedMinor = nowMinor > hasMinor ? nowMinor : Math.min(hasMinor, dueMinor);
  const events = planTransfer(book, { reason: 'share', dueMinor: wantedMinor, accountId }, now, patience);
  if (events.length > 0) return events;
  return putOff(book, now, wantedMinor === hasMinor ? restMs(book, now) : patience.disputeEveryMs);
}

function dueOf(book: CohortBook, { herePoolMinor, shortMinor }: CohortMoney, disputedMinor: number): number {
  const hereMinor = herePoolMinor - book.charityMinor - shortMinor - disputedMinor;
  return payablePart(Math.max(0, Math.min(book.organiserMinor, hereMinor)), book.currency);
}

function restMs({ sharedAtMs }: CohortBook, { atMs }: Now): number {
  return sharedAtMs !== null && atMs - sharedAtMs > WATCHED_MS ? WATCHED_MS : LOOK_AGAIN_MS;
}
