import { creditSettled, endHold, holdKey, tendCredit } from '../../domain/credit';
import type { Ports } from '../../ports';

/**
 * Ends what an enrolment has held of other books' credit: used parts are moved, the rest is let go.
 * Each step may be repeated: the hold is named in both books, and this book forgets it only after all others have ended it.
 */
export function createTendCredit({ books, clocks }: Pick<Ports, 'books' | 'clocks'>) {
  return async function tend(enrolmentId: string): Promise<void> {
    const due = await books.load(enrolmentId);
    if (!due?.credit || due.credit.nextAtMs > clocks.wallMs()) return;
    const {
      state: { credit },
    } = await books.change(enrolmentId, (book) => tendCredit(book, clocks.now()));
    if (credit?.status !== 'ending') return;
    const key = holdKey(enrolmentId, credit.search);
    for (const { enrolmentId: source, amountMinor } of credit.sources) {
      await books.change(source, (book) => endHold(book, key, amountMinor, clocks.now()));
    }
    await books.change(enrolmentId, (book) => creditSettled(book, credit.search));
  };
}
