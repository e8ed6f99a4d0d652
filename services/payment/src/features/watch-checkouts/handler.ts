import type { CheckoutSession } from '../../domain/book';
import { mustEnd, noteUnseen } from '../../domain/checkout';
import { noteCharge } from '../../domain/learn-fee';
import type { Ports, SyncCheckout } from '../../ports';

/** For webhooks that never come: the open sessions of one enrolment that are due for a look (and those to be ended), and the charges whose fee is not told yet. */
export function createWatchCheckouts({
  books,
  clocks,
  patience,
  processor,
  syncCheckout,
}: Pick<Ports, 'books' | 'clocks' | 'patience' | 'processor'> & { syncCheckout: SyncCheckout }) {
  /** Refused: it has ended already, or was paid a moment ago, which the look that follows finds. */
  async function end(sessionId: string, { checks, request }: CheckoutSession): Promise<void> {
    const answer = await processor.expireCheckout(sessionId, checks, request.accountId);
    if (answer.outcome === 'unclear') throw new Error(answer.reason);
  }

  return async function watchCheckouts(enrolmentId: string): Promise<void> {
    const book = await books.load(enrolmentId);
    const wallAtMs = clocks.wallMs();
    for (const session of book?.sessions ?? []) {
      const { number, sessionId, nextCheckAtMs, request } = session;
      if (sessionId === null || nextCheckAtMs === null || nextCheckAtMs > wallAtMs) continue;
      try {
        if (book && mustEnd(book, session)) await end(sessionId, session);
        await syncCheckout(sessionId, request.accountId);
      } catch (error) {
        // Put off before it is told: an outage of the processor must not become a storm of questions.
        await books.change(enrolmentId, (current) => noteUnseen(current, number, clocks.now(), patience));
        throw error;
      }
    }
    for (const { paymentIntentId, accountId, nextCheckAtMs } of book?.charges ?? []) {
      if (nextCheckAtMs === null || nextCheckAtMs > wallAtMs) continue;
      // Nobody to ask: not known yet, and asked again later.
      const facts = await processor.chargeOf(paymentIntentId, accountId).catch(() => null);
      await books.change(enrolmentId, (current) => noteCharge(current, paymentIntentId, facts, clocks.now(), patience));
    }
  };
}
