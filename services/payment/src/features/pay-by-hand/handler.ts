import { isRefused, type Refused } from '@daka/contracts';
import { type ByHand, type ByHandRefusal, payByHand } from '../../domain/pay-by-hand';
import type { Books, Clocks } from '../../ports';
import { presentHandPayment, type ShownHandPayment } from '../present/hand-payment';

/** The operator says to have paid a learner from outside the processor; it counts once the learner has confirmed it. */
export function createPayByHand({ books, clocks }: { books: Pick<Books, 'change'>; clocks: Pick<Clocks, 'now'> }) {
  return async function payOutByHand(
    enrolmentId: string,
    given: ByHand,
  ): Promise<Refused<ByHandRefusal> | ShownHandPayment> {
    const { atMs } = clocks.now();
    const told = await books.change(enrolmentId, (book) => payByHand(book, given, atMs));
    return isRefused(told) ? told : presentHandPayment(told.state, given.reference);
  };
}

export type PayByHand = ReturnType<typeof createPayByHand>;
