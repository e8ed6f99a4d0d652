import type { Patience } from '../../domain/book';
import { accountOf } from '../../domain/charge';
import { type DisputeReport, isOurs, noteDispute, noteDisputeUnseen } from '../../domain/follow-dispute';
import type { AccountId, Books, Clocks, Marks, Processor, RefundWork, StripeAccounts } from '../../ports';

interface Ports { books: Books; processor: Processor; clocks: Clocks; patience: Patience; refundWork: RefundWork; marks: Marks; accounts: Pick<StripeAccounts, 'all'> }

const MARK = 'disputes';
/** Disputes that the processor lists late are still seen. */
const OVERLAP_MS = 3_600_000;

/** Looks at one dispute afresh. Used by webhooks and by the poll alike. */
export function createSyncDispute(ports: Pick<Ports, 'books' | 'processor' | 'clocks' | 'patience' | 'refundWork'>) {
  return async function syncDispute(disputeId: string, accountId: AccountId): Promise<void> {
    const report = await ports.processor.disputeById(disputeId, accountId);
    if ((await apply(ports, report)) === 'too early') throw new Error(`the payment of dispute ${disputeId} is not in its book yet`);
  };
}

/** A refund was refused because of a dispute that nobody has told of: its refunds freeze now. */
export function createFindDisputes(ports: Pick<Ports, 'books' | 'processor' | 'clocks' | 'patience'>) {
  return async function findDisputes(paymentIntentId: string, accountId: AccountId): Promise<void> {
    for (const report of await ports.processor.disputesOf(paymentIntentId, accountId)) await apply({ ...ports, refundWork: { nudge: () => {} } }, report);
  };
}

/** For webhooks that never come: all disputes opened since the last time that all were seen. */
export function createSweepDisputes(ports: Ports) {
  const { processor, marks, accounts } = ports;
  return async function sweepDisputes(signal: AbortSignal): Promise<void> {
    for (const accountId of [null, ...(await accounts.all())]) if (!signal.aborted) await sweep(accountId, signal);
  };

  async function sweep(accountId: AccountId, signal: AbortSignal): Promise<void> {
    const mark = accountId === null ? MARK : `${MARK}:${accountId}`;
    const sinceMs = ((await marks.load(mark)) ?? 0) - OVERLAP_MS;
    const reports = await processor.disputesSince(Math.max(0, sinceMs), accountId);
    let seenMs: number | null = null;
    let isGapless = true;
    // From the oldest on: the mark never passes one that must be looked at again.
    for (const report of [...reports].reverse()) {
      if (signal.aborted) break;
      if ((await apply(ports, report)) === 'too early') isGapless = false;
      if (isGapless) seenMs = report.openedAtMs;
    }
    if (seenMs !== null) await marks.save(mark, seenMs);
  }
}

/** The open disputes of one enrolment that are due for a look. */
export function createWatchDisputes({ books, clocks, patience }: Pick<Ports, 'books' | 'clocks' | 'patience'>, syncDispute: (disputeId: string, accountId: AccountId) => Promise<void>) {
  return async function watchDisputes(enrolmentId: string): Promise<void> {
    const book = await books.load(enrolmentId);
    const wallAtMs = clocks.wallMs();
    for (const { disputeId, paymentIntentId, nextCheckAtMs } of book?.disputes ?? []) {
      if (book === null || nextCheckAtMs === null || nextCheckAtMs > wallAtMs) continue;
      try {
        await syncDispute(disputeId, accountOf(book, paymentIntentId));
      } catch (error) {
        // Put off before it is told: an outage of the processor must not become a storm of questions.
        await books.change(enrolmentId, (current) => noteDisputeUnseen(current, disputeId, clocks.now(), patience));
        throw error;
      }
    }
  };
}

async function apply({ books, clocks, patience, refundWork }: Omit<Ports, 'processor' | 'marks' | 'accounts'>, report: DisputeReport): Promise<'applied' | 'not ours' | 'too early'> {
  const { enrolmentId } = report;
  const book = enrolmentId === null ? null : await books.load(enrolmentId);
  if (enrolmentId === null || book === null) return 'not ours';
  if (!isOurs(book, report)) return 'too early';
  const { events } = await books.change(enrolmentId, (current) => noteDispute(current, report, clocks.now(), patience));
  if (events.some((event) => event.type === 'dispute-closed' && event.status === 'won')) refundWork.nudge(enrolmentId);
  return 'applied';
}
