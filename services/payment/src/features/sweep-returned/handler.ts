import type { Patience } from '../../domain/patience';
import { noteReport } from '../../domain/send-refund';
import type { AccountId, Books, Clocks, Marks, Processor, RefundWork, StripeAccounts } from '../../ports';

interface Ports {
  books: Pick<Books, 'load' | 'change'>;
  processor: Pick<Processor, 'returnedSince' | 'refundById'>;
  clocks: Clocks;
  patience: Patience;
  refundWork: RefundWork;
  marks: Marks;
  accounts: Pick<StripeAccounts, 'all'>;
}

const MARK = 'returned-refunds';
/** What the processor lists late is still seen. */
const OVERLAP_MS = 3_600_000;

/** A bank may give a refund back long after it arrived. Its webhook may be lost: the processor's own list of such refunds is read on from the last one seen. */
export function createSweepReturned(ports: Ports) {
  const { processor, marks, accounts } = ports;
  return async function sweepReturned(signal: AbortSignal): Promise<void> {
    for (const accountId of [null, ...(await accounts.all())]) if (!signal.aborted) await sweep(accountId, signal);
  };

  async function sweep(accountId: AccountId, signal: AbortSignal): Promise<void> {
    const mark = accountId === null ? MARK : `${MARK}:${accountId}`;
    const sinceMs = ((await marks.load(mark)) ?? 0) - OVERLAP_MS;
    const returned = await processor.returnedSince(Math.max(0, sinceMs), accountId);
    // From the oldest on: where this ends early, the next look begins there.
    for (const { refundId, atMs } of [...returned].reverse()) {
      if (signal.aborted) return;
      await follow(ports, refundId, accountId);
      await marks.save(mark, atMs);
    }
  }
}

async function follow(
  { books, processor, clocks, patience, refundWork }: Ports,
  refundId: string,
  accountId: AccountId,
): Promise<void> {
  const report = await processor.refundById(refundId, accountId);
  if (report.enrolmentId === null || (await books.load(report.enrolmentId)) === null) return;
  const { events } = await books.change(report.enrolmentId, (book) => noteReport(book, report, clocks.now(), patience));
  if (events.some(({ type }) => type === 'refund-sending')) refundWork.nudge(report.enrolmentId);
}
