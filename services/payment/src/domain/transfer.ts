import { byType } from '@daka/contracts';
import { type Balances, creditOf, type Line } from './ledger/accounts';
import type { Posting } from './ledger/entry';
import { moved, posted } from './ledger/posted';
import { type Now, type Patience, backOffMs } from './patience';

/** Why money goes to the organiser's connected account: the fee of an enrolment, or the share of a settled cohort's pool. */
export type TransferReason = 'fee' | 'share';

/** Money from the platform's balance to the organiser's connected account, or back. A book moves one at a time. */
export interface Transfer {
  /** Counts from 1 in its book; names it in its key. */
  number: number;
  reason: TransferReason;
  /** Takes back (a part of) the transfer of this number; null: goes to the account. */
  reverses: number | null;
  amountMinor: number;
  /** The connected account, frozen before the first call. */
  accountId: string;
  /** `failed`: proven not to have happened; the same number may be tried again with a new attempt. */
  status: 'sending' | 'made' | 'failed';
  attempt: number;
  /** Calls of this attempt that ended without a clear answer. */
  tries: number;
  /** Wall clock; since when this attempt's key may be known to the processor. */
  firstSentAtMs: number;
  /** Wall clock; null: nothing to do. */
  nextAtMs: number | null;
  /** The processor's own id of the transfer, or of the reversal. */
  processorId: string | null;
  failure: string | null;
}

export type TransferEvent =
  | ({ type: 'transfer-sending'; atMs: number; wallAtMs: number; nextAtMs: number } & Pick<
      Transfer,
      'number' | 'reason' | 'reverses' | 'amountMinor' | 'accountId' | 'attempt'
    >)
  | { type: 'transfer-unclear'; number: number; because: string; nextAtMs: number }
  | { type: 'transfer-failed'; number: number; because: string; nextAtMs: number }
  | ({ type: 'transfer-made'; processorId: string; atMs: number } & Pick<
      Transfer,
      'number' | 'reason' | 'reverses' | 'amountMinor'
    >)
  /** Nothing can be done now; whoever looks again does so later. */
  | { type: 'transfers-put-off'; untilMs: number };

/** What a book remembers of its transfers. */
export interface Transferring {
  transfers: readonly Transfer[];
  /** Wall clock; before this nothing new is begun. */
  transfersPutOffMs: number;
}
export const NO_TRANSFERS: Transferring = { transfers: [], transfersPutOffMs: 0 };

/** When somebody must look at the transfers of a book. */
export interface TransferWork {
  /** Needs the organiser's connected account, and waits where there is none. */
  isOut: boolean;
  /** Domain clock. */
  fromMs: number;
  /** Wall clock. */
  atMs: number;
}

export function isSending({ status }: Transfer): boolean {
  return status === 'sending';
}

/** What has gone to the organiser and not come back. */
export function transferredMinor(balances: Balances): number {
  return balances.organiser_transfers ?? 0;
}

/** What of the fees is the organiser's, less what the payments have cost: the processor's fees and losses are the organiser's. Negative: more was lost than the fees bring. */
export function feesLessCosts(balances: Balances): number {
  return (
    creditOf(balances, 'fees_earned') -
    (balances.processor_fees ?? 0) -
    (balances.dispute_losses ?? 0) -
    (balances.overpaid_payouts ?? 0)
  );
}

/** The transfer or reversal that brings what was transferred to what is due, if they differ; `accountId` null: it waits. */
export function planTransfer(
  { transfers, balances }: Transferring & { balances: Balances },
  { reason, dueMinor, accountId }: { reason: TransferReason; dueMinor: number; accountId: string | null },
  now: Now,
  patience: Patience,
): TransferEvent[] {
  if (transfers.some(isSending)) return [];
  const missingMinor = dueMinor - transferredMinor(balances);
  if (missingMinor > 0)
    return accountId === null
      ? []
      : [begun(transfers, { reason, reverses: null, amountMinor: missingMinor, accountId }, now, patience)];
  const last = missingMinor < 0 ? transfers.findLast((one) => leftOf(one, transfers) > 0) : undefined;
  if (!last) return [];
  const amountMinor = Math.min(0 - missingMinor, leftOf(last, transfers));
  return [begun(transfers, { reason, reverses: last.number, amountMinor, accountId: last.accountId }, now, patience)];
}

/** What is still in the organiser's account of a transfer. */
function leftOf({ number, reverses, status, amountMinor }: Transfer, transfers: readonly Transfer[]): number {
  if (reverses !== null || status !== 'made') return 0;
  return transfers.reduce(
    (left, one) => (one.reverses === number && one.status === 'made' ? left - one.amountMinor : left),
    amountMinor,
  );
}

/** The write that must come before the call: from here on the processor may know the key. One that failed is tried again under its own number. */
function begun(
  transfers: readonly Transfer[],
  order: Pick<Transfer, 'reason' | 'reverses' | 'amountMinor' | 'accountId'>,
  { atMs, wallAtMs }: Now,
  { sendWithinMs }: Patience,
): TransferEvent {
  const again = transfers.at(-1)?.status === 'failed' ? transfers.at(-1) : undefined;
  return {
    type: 'transfer-sending',
    number: again?.number ?? transfers.length + 1,
    ...order,
    attempt: (again?.attempt ?? 0) + 1,
    atMs,
    wallAtMs,
    nextAtMs: wallAtMs + sendWithinMs,
  };
}

/** Applies an event. */
export function afterTransfer(before: Transferring, event: TransferEvent): Transferring {
  if (event.type === 'transfers-put-off') return { ...before, transfersPutOffMs: event.untilMs };
  if (event.type === 'transfer-sending') {
    const { type: _, atMs: _at, wallAtMs, ...order } = event;
    const others = before.transfers.filter(({ number }) => number !== event.number);
    const sending: Transfer = {
      ...order,
      status: 'sending',
      tries: 0,
      firstSentAtMs: wallAtMs,
      processorId: null,
      failure: null,
    };
    return { ...before, transfers: [...others, sending] };
  }
  const transfers = before.transfers.map((one) =>
    one.number === event.number ? { ...one, ...changeOf(event, one) } : one,
  );
  return { ...before, transfers };
}

const changeOf = byType<
  Exclude<TransferEvent, { type: 'transfer-sending' | 'transfers-put-off' }>,
  [before: Transfer],
  Partial<Transfer>
>({
  'transfer-unclear': ({ because, nextAtMs }, { tries }) => ({ tries: tries + 1, failure: because, nextAtMs }),
  'transfer-failed': ({ because, nextAtMs }) => ({ status: 'failed', failure: because, nextAtMs }),
  'transfer-made': ({ processorId }) => ({ status: 'made', processorId, failure: null, nextAtMs: null }),
});

/** The double entries of what the processor has done; an order moves nothing yet. */
export function transferPostings(event: TransferEvent): Posting[] {
  if (event.type !== 'transfer-made') return [];
  const { number, reverses, amountMinor, processorId, atMs } = event;
  const lines: Line[] =
    reverses === null
      ? moved('organiser_transfers', 'stripe_cash', amountMinor)
      : moved('stripe_cash', 'organiser_transfers', amountMinor);
  const kind = reverses === null ? 'transferred' : 'transfer_reversed';
  return posted(kind, `transfer:${number}`, atMs, lines, { source: processorId });
}

/** `send`: (again) with the same key and the same words. `look-up`: ask what the processor has before anything is sent again. */
export type TransferStep = { type: 'send' | 'look-up'; transfer: Transfer };

/** Keys are forgotten after 24 hours. */
const KEY_TRUSTED_MS = 23 * 3_600_000;

/** What to do for a transfer under way, if anything is due. `isOurs`: this process wrote it a moment ago and may call at once. */
export function nextTransferStep(
  { transfers }: Transferring,
  wallAtMs: number,
  isOurs: (transfer: Transfer) => boolean,
): TransferStep | null {
  const transfer = transfers.find(isSending);
  if (!transfer || !((transfer.nextAtMs ?? Infinity) <= wallAtMs || isOurs(transfer))) return null;
  return { type: wallAtMs - transfer.firstSentAtMs >= KEY_TRUSTED_MS ? 'look-up' : 'send', transfer };
}

type Sent = Pick<Transfer, 'number' | 'attempt'>;

function sendingOf(book: Transferring | null, { number, attempt }: Sent): Transfer | undefined {
  return book?.transfers.find((one) => isSending(one) && one.number === number && one.attempt === attempt);
}

/** The processor has it, whoever heard the answer. */
export function noteMade(book: Transferring | null, sent: Sent, processorId: string, { atMs }: Now): TransferEvent[] {
  const transfer = sendingOf(book, sent);
  if (!transfer) return [];
  const { number, reason, reverses, amountMinor } = transfer;
  return [{ type: 'transfer-made', number, reason, reverses, amountMinor, processorId, atMs }];
}

/** No clear answer: it may or may not exist. The same key goes out again later. */
export function noteUnclear(
  book: Transferring | null,
  sent: Sent,
  because: string,
  { wallAtMs }: Now,
  { retryFirstMs, retryMaxMs }: Patience,
): TransferEvent[] {
  const transfer = sendingOf(book, sent);
  if (!transfer) return [];
  const nextAtMs = wallAtMs + backOffMs(transfer.tries, retryFirstMs, retryMaxMs);
  return [{ type: 'transfer-unclear', number: transfer.number, because, nextAtMs }];
}

/** Proven: the processor has nothing of this attempt. Money that is not available yet, or an account that may not be paid, is tried again more and more rarely. */
export function noteNotMade(
  book: Transferring | null,
  sent: Sent,
  because: string,
  { wallAtMs }: Now,
  { retryFirstMs, disputeEveryMs }: Patience,
): TransferEvent[] {
  const transfer = sendingOf(book, sent);
  if (!transfer) return [];
  const nextAtMs = wallAtMs + backOffMs(transfer.attempt - 1, retryFirstMs, disputeEveryMs);
  return [{ type: 'transfer-failed', number: transfer.number, because, nextAtMs }];
}

/** Nothing can be begun now though something is due: somebody looks again later. */
export function putOff(book: Transferring, { wallAtMs }: Now, forMs: number): TransferEvent[] {
  const isWaiting = book.transfers.some(isSending) || waitsUntilMs(book) > wallAtMs;
  return isWaiting ? [] : [{ type: 'transfers-put-off', untilMs: wallAtMs + forMs }];
}

/** Before this (wall clock) nothing new is begun. */
export function waitsUntilMs({ transfers, transfersPutOffMs }: Transferring): number {
  const last = transfers.at(-1);
  return Math.max(transfersPutOffMs, last?.status === 'failed' ? (last.nextAtMs ?? 0) : 0);
}
