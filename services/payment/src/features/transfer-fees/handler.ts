import { transferFee } from '../../domain/fee-transfer';
import { putOff } from '../../domain/transfer';
import type { Ports, SendTransfers } from '../../ports';

type Needs = Pick<Ports, 'books' | 'accounts'> & { sendTransfers: SendTransfers };

/** Something is due and cannot be begun: the account was taken away this moment, or credit paid whose money is elsewhere. */
const LOOK_AGAIN_MS = 3_600_000;

/** The fee of one enrolment to the organiser's account, once it is final, and back when it goes back. */
export function createTransferFee({ books, accounts, sendTransfers }: Needs) {
  return async function transferFeeOf(enrolmentId: string): Promise<void> {
    const found = await books.load(enrolmentId);
    if (found === null || found.price === null || found.work.transfer === null) return;
    const { cohortId, organisationId, price } = found;
    await sendTransfers({
      name: enrolmentId,
      cohortId,
      currency: price.currency,
      load: () => books.load(enrolmentId),
      change: async (decide) => (await books.change(enrolmentId, decide)).state,
      async plan(now, patience) {
        // Read before the decision, which freezes it: who changes the account meanwhile changes later transfers.
        const accountId = await accounts.of(organisationId);
        const elsewhereMinor = await books.creditFromElsewhere(found);
        const { state } = await books.change(enrolmentId, (book) => {
          const events = transferFee(book, { accountId, elsewhereMinor }, now, patience);
          const isDue = book !== null && book.work.transfer !== null && book.work.transfer.fromMs <= now.atMs;
          return events.length === 0 && isDue ? putOff(book, now, LOOK_AGAIN_MS) : events;
        });
        return state;
      },
    });
  };
}
