import type { Patience } from '../../domain/book';
import { noteCheckout, noteUnseen } from '../../domain/checkout';
import { noteCharge } from '../../domain/learn-fee';
import type { AccountId, Books, Clocks, Cohorts, Processor, RefundWork } from '../../ports';

interface Ports { books: Books; cohorts: Cohorts; processor: Processor; clocks: Clocks; patience: Patience; refundWork: RefundWork }

/** Looks at one session afresh and applies what is true now. Used by webhooks and by the poll alike. */
export function createSyncCheckout({ books, cohorts, processor, clocks, patience, refundWork }: Ports) {
  return async function syncCheckout(sessionId: string, accountId: AccountId): Promise<void> {
    const report = await processor.checkout(sessionId, accountId);
    const book = report.enrolmentId === null ? null : await books.load(report.enrolmentId);
    if (book === null) return;
    const coolingOff = await cohorts.coolingOffOf(book.cohortId);
    const { events } = await books.change(book.enrolmentId, (current) => noteCheckout(current, report, coolingOff, clocks.now(), patience));
    if (events.some(({ type }) => type === 'refund-planned')) refundWork.nudge(book.enrolmentId);
  };
}

/** For webhooks that never come: the open sessions of one enrolment that are due for a look, and the charges whose fee is not told yet. */
export function createWatchCheckouts({ books, clocks, patience, processor }: Pick<Ports, 'books' | 'clocks' | 'patience' | 'processor'>, syncCheckout: (sessionId: string, accountId: AccountId) => Promise<void>) {
  return async function watchCheckouts(enrolmentId: string): Promise<void> {
    const book = await books.load(enrolmentId);
    const wallAtMs = clocks.wallMs();
    for (const { number, sessionId, nextCheckAtMs, request } of book?.sessions ?? []) {
      if (sessionId === null || nextCheckAtMs === null || nextCheckAtMs > wallAtMs) continue;
      try {
        await syncCheckout(sessionId, request.accountId ?? null);
      } catch (error) {
        // Put off before it is told: an outage of the processor must not become a storm of questions.
        await books.change(enrolmentId, (current) => noteUnseen(current, number, clocks.now(), patience));
        throw error;
      }
    }
    for (const { paymentIntentId, accountId = null, nextCheckAtMs = null } of book?.charges ?? []) {
      if (nextCheckAtMs === null || nextCheckAtMs > wallAtMs) continue;
      // Nobody to ask: not known yet, and asked again later.
      const facts = await processor.chargeOf(paymentIntentId, accountId).catch(() => null);
      await books.change(enrolmentId, (current) => noteCharge(current, paymentIntentId, facts, clocks.now(), patience));
    }
  };
}
