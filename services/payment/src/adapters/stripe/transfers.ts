import type Stripe from 'stripe';
import type { Answer, Processor, TransferReport } from '../../ports';
import { META, transferRequest } from './requests';

const PAGE = 100;
/** Of one book: an attempt a line, and only those that were made. */
const MAX_LISTED = 1_000;

/** Money to connected accounts and back; always from and to the platform's own balance. */
export function transfersAt(
  stripe: Stripe,
  answered: <T>(call: () => Promise<T>) => Promise<Answer<T>>,
): Pick<Processor, 'transfer' | 'transfersOf'> {
  return {
    transfer: (order) =>
      answered(async () => {
        const { create, reverse, key: idempotencyKey } = transferRequest(order);
        const { number, attempt } = order;
        const { id } =
          order.reversedId === null
            ? await stripe.transfers.create(create, { idempotencyKey })
            : await stripe.transfers.createReversal(order.reversedId, reverse, { idempotencyKey });
        return { processorId: id, number, attempt };
      }),
    async transfersOf({ book, reversedId }) {
      const found: readonly Pick<Stripe.TransferReversal, 'id' | 'metadata'>[] =
        reversedId === null
          ? await stripe.transfers.list({ transfer_group: book, limit: PAGE }).autoPagingToArray({ limit: MAX_LISTED })
          : await stripe.transfers.listReversals(reversedId, { limit: PAGE }).autoPagingToArray({ limit: MAX_LISTED });
      return found.flatMap((one) => reportOf(one, book));
    },
  };
}

/** Others may make transfers too: only what carries our words is ours. */
function reportOf({ id, metadata }: { id: string; metadata: Stripe.Metadata | null }, book: string): TransferReport[] {
  const [number, attempt] = [Number(metadata?.[META.number]), Number(metadata?.[META.attempt])];
  const isOurs = metadata?.[META.book] === book && Number.isSafeInteger(number) && Number.isSafeInteger(attempt);
  return isOurs ? [{ processorId: id, number, attempt }] : [];
}
