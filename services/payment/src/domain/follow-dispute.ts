import type { Book, Dispute } from './book';
import type { BookEvent } from './book-events';
import type { Now, Patience } from './patience';
import { lostWay, waitingParts } from './dispute';
import { evolveBook } from './evolve-book';
import { sumOf } from './charge';
import { thawAll } from './freeze-deposit';
import { creditOf } from './ledger/accounts';

/** What the processor says about a dispute now. */
export interface DisputeReport {
  disputeId: string;
  /** Null: of a payment that is not ours. */
  enrolmentId: string | null;
  paymentIntentId: string | null;
  status: Dispute['status'];
  amountMinor: number;
  reason: string;
  openedAtMs: number;
  answerByMs: number | null;
  /** Sums over its balance transactions, in the charge's currency. */
  withdrawnMinor: number;
  feeMinor: number;
  /** The connected account that it was fetched from; absent: the platform's own. */
  accountId?: string;
}

/** After this many looks at one whose money never came back, the reconciliation keeps showing it. */
const MAX_LOOKS_AFTER_END = 500;

/**
 * Follows a dispute by what the processor has moved for it in all, so that a report seen twice or out of order books nothing twice.
 * Open: refunds freeze. Won: they thaw. Lost: what is left of the learner's money bears it, then the organiser, never the pool.
 */
export function noteDispute(book: Book | null, report: DisputeReport, now: Now, patience: Patience): BookEvent[] {
  if (!book || !isOurs(book, report)) return [];
  const steps = [opened, moved, covered, closed, blocked, looked];
  const { events } = steps.reduce<{ book: Book; events: BookEvent[] }>(
    (so, step) => {
      const added = step(so.book, report, now, patience);
      return { book: added.reduce<Book>(evolveBook, so.book), events: [...so.events, ...added] };
    },
    { book, events: [] },
  );
  return events;
}

/** A refund that comes back after its charge was lost bears the loss before it is owed again. */
export function recoverLoss(book: Book, paymentIntentId: string, { atMs }: Now): BookEvent[] {
  const dispute = book.disputes.find((one) => one.paymentIntentId === paymentIntentId && one.lossMinor > 0);
  if (!dispute) return [];
  const parts = waitingParts(book, paymentIntentId, dispute.lossMinor);
  return parts.length === 0
    ? []
    : [{ type: 'loss-recovered', disputeId: dispute.disputeId, cover: dispute.covers + 1, parts, atMs }];
}

export function isOurs({ charges }: Book, { paymentIntentId, accountId }: DisputeReport): boolean {
  return charges.some(
    (charge) => charge.paymentIntentId === paymentIntentId && charge.accountId === (accountId ?? null),
  );
}

type Step = (book: Book, report: DisputeReport, now: Now, patience: Patience) => BookEvent[];

const opened: Step = (book, { disputeId, paymentIntentId, amountMinor, reason, answerByMs, openedAtMs }, { atMs }) => {
  if (paymentIntentId === null || known(book, disputeId)) return [];
  return [{ type: 'dispute-opened', disputeId, paymentIntentId, amountMinor, reason, answerByMs, openedAtMs, atMs }];
};

const moved: Step = (book, report, { atMs }) => {
  const dispute = the(book, report);
  const withdrawnMinor = report.withdrawnMinor - dispute.withdrawnMinor;
  const feeMinor = report.feeMinor - dispute.feeMinor;
  if (withdrawnMinor === 0 && feeMinor === 0) return [];
  // Money that comes back after a loss was booked makes the loss smaller.
  const isDecided = dispute.status === 'lost' && withdrawnMinor < 0;
  return [
    {
      type: 'dispute-moved',
      disputeId: dispute.disputeId,
      move: dispute.moves + 1,
      withdrawnMinor,
      feeMinor,
      isDecided,
      atMs,
    },
  ];
};

const covered: Step = (book, report, now) => {
  const { disputeId, paymentIntentId, withdrawnMinor, coveredMinor, lossMinor, covers } = the(book, report);
  const openMinor = withdrawnMinor - coveredMinor - lossMinor;
  if (report.status !== 'lost' || openMinor <= 0) return [];
  const parts = waitingParts(book, paymentIntentId, openMinor);
  const isMain = book.charges[0]?.paymentIntentId === paymentIntentId;
  const wantedMinor = isMain ? openMinor - sumOf(parts) : 0;
  // What an appeal has set aside is deposit that is left as well.
  const thawed = wantedMinor > creditOf(book.balances, 'deposits_held') ? thawAll(book, now, 'disputed') : [];
  const heldMinor = Math.min(wantedMinor, creditOf(thawed.reduce<Book>(evolveBook, book).balances, 'deposits_held'));
  return [
    ...thawed,
    {
      type: 'dispute-covered',
      disputeId,
      cover: covers + 1,
      parts,
      heldMinor,
      lossMinor: openMinor - sumOf(parts) - heldMinor,
      atMs: now.atMs,
    },
  ];
};

const closed: Step = (book, report, { atMs }) => {
  const { disputeId, status } = the(book, report);
  if (report.status === 'open' || status === report.status) return [];
  return [{ type: 'dispute-closed', disputeId, status: report.status, atMs }];
};

/** What still waits to go back through a lost charge needs another way. */
const blocked: Step = (book, { paymentIntentId }) => {
  const reason = paymentIntentId === null ? null : lostWay(book, paymentIntentId);
  if (reason === null) return [];
  return book.refunds
    .filter((refund) => refund.paymentIntentId === paymentIntentId && refund.status === 'planned')
    .map(({ period }) => ({ type: 'refund-blocked', period, reason }));
};

const looked: Step = (book, report, { wallAtMs }, { disputeEveryMs }) => {
  const { disputeId, status, withdrawnMinor, checks, nextCheckAtMs } = the(book, report);
  const isSettled = status === 'lost' || (status === 'won' && (withdrawnMinor === 0 || checks > MAX_LOOKS_AFTER_END));
  if (isSettled) return nextCheckAtMs === null ? [] : [{ type: 'dispute-checked', disputeId, nextCheckAtMs: null }];
  return [{ type: 'dispute-checked', disputeId, nextCheckAtMs: wallAtMs + disputeEveryMs }];
};

/** The processor could not be asked about this dispute: look again later. */
export function noteDisputeUnseen(
  book: Book | null,
  disputeId: string,
  { wallAtMs }: Now,
  { disputeEveryMs }: Patience,
): BookEvent[] {
  const dispute = book && known(book, disputeId);
  return !dispute || dispute.nextCheckAtMs === null
    ? []
    : [{ type: 'dispute-checked', disputeId, nextCheckAtMs: wallAtMs + disputeEveryMs }];
}

function known({ disputes }: Book, disputeId: string): Dispute | undefined {
  return disputes.find((dispute) => dispute.disputeId === disputeId);
}

function the(book: Book, { disputeId }: DisputeReport): Dispute {
  const dispute = known(book, disputeId);
  if (!dispute) throw new Error(`dispute ${disputeId} of ${book.enrolmentId} is not in its book`);
  return dispute;
}
