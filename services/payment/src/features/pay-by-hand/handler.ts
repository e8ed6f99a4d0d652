import { isRefused, type Refused } from '@daka/contracts';
import { type ByHand, type ByHandRefusal, owedByHand, payByHand } from '../../domain/pay-by-hand';
import type { Books, Clocks } from '../../ports';

export interface ManualPayout { reference: string; method: string; amountMinor: number; paidAt: string; leftMinor: number }

/** The operator has paid a learner from outside the processor and records it. */
export function createPayByHand({ books, clocks }: { books: Pick<Books, 'change'>; clocks: Pick<Clocks, 'now'> }) {
  return async function payOutByHand(enrolmentId: string, given: ByHand): Promise<Refused<ByHandRefusal> | ManualPayout> {
    const { atMs } = clocks.now();
    const paid = await books.change(enrolmentId, (book) => payByHand(book, given, atMs));
    if (isRefused(paid)) return paid;
    const { reference, method, amountMinor } = given;
    return { reference, method, amountMinor, paidAt: new Date(atMs).toISOString(), leftMinor: owedByHand(paid.state) };
  };
}
