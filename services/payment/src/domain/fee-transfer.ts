import { payablePart } from '@daka/rules';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { isFrozen } from './dispute';
import { creditOf } from './ledger/accounts';
import { earnFee, priceOf } from './money-of';
import type { Now, Patience } from './patience';
import { feesLessCosts, isSending, planTransfer, transferredMinor, type TransferWork, waitsUntilMs } from './transfer';

/**
 * Brings what the organiser's account has of the fee to what is due: nothing before the cooling-off is over, nothing while a bank questions the payment,
 * all back when the fee goes back.
 * @param of.elsewhereMinor what of the fee was paid by credit whose money never was with the platform
 */
export function transferFee(
  book: Book | null,
  { accountId, elsewhereMinor }: { accountId: string | null; elsewhereMinor: number },
  now: Now,
  patience: Patience,
): BookEvent[] {
  if (!book || transferWork(book) === null || waitsUntilMs(book) > now.wallAtMs) return [];
  const earned = earnFee(book, now);
  const feeMinor = earned.reduce((sum, event) => (event.type === 'fee-earned' ? sum + event.amountMinor : sum), 0);
  const dueMinor = payable(book, feesLessCosts(book.balances) + feeMinor - elsewhereMinor);
  const events = planTransfer(book, { reason: 'fee', dueMinor, accountId }, now, patience);
  return events.length === 0 ? [] : [...earned, ...events];
}

/** When the fee's transfer must be looked at again; null: there is nothing to do, or something else must happen first. */
export function transferWork(book: Book): TransferWork | null {
  const sending = book.transfers.find(isSending);
  if (sending) return { isOut: false, fromMs: 0, atMs: sending.nextAtMs ?? 0 };
  // What was charged in the organiser's own account is there already.
  const isOnPlatform = book.charges.every(({ accountId }) => accountId === null);
  // What the processor keeps is not known yet.
  const isCostOpen = book.charges.some(({ nextCheckAtMs }) => nextCheckAtMs !== null);
  if (book.price === null || !isOnPlatform || isCostOpen || isFrozen(book)) return null;
  const deferredMinor = book.isCancelled ? 0 : creditOf(book.balances, 'fees_deferred');
  const missingMinor = payable(book, feesLessCosts(book.balances) + deferredMinor) - transferredMinor(book.balances);
  const fromMs = book.isSettled || deferredMinor === 0 ? 0 : book.feeEarnedFromMs;
  if (missingMinor === 0 || (missingMinor > 0 && fromMs === null)) return null;
  return { isOut: missingMinor > 0, fromMs: missingMinor > 0 ? (fromMs ?? 0) : 0, atMs: waitsUntilMs(book) };
}

function payable(book: Book, amountMinor: number): number {
  return payablePart(Math.max(0, amountMinor), priceOf(book).currency);
}
