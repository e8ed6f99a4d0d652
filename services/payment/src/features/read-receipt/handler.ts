import { type Refused, refuse } from '@daka/contracts';
import { type Receipt, toHex } from '@daka/proof';
import type { Books, ProofLeaf, Proofs } from '../../ports';
import type { ProofDay } from '../../domain/proof/assemble';
import { presentProofDay } from '../present/proof-day';

/** Earlier days that a receipt brings along: whoever looks once a month can check the chain without the public page. */
const EARLIER_DAYS = 35;

/** A learner's own part in a day's proof, to be kept and checked without us. */
export function createReadReceipt({
  books,
  proofs,
}: {
  books: Pick<Books, 'load'>;
  proofs: Pick<Proofs, 'find' | 'days'>;
}) {
  return async function readReceipt(enrolmentId: string, day?: string): Promise<Refused<'no_receipt'> | Receipt> {
    const book = await books.load(enrolmentId);
    const found =
      book?.price &&
      (await proofs.find(
        { book: enrolmentId, organisationId: book.organisationId, currency: book.price.currency },
        day,
      ));
    if (!found)
      return refuse(
        'no_receipt',
        day === undefined ? 'No day with this money has been proven yet.' : `No proof of ${day} has this money in it.`,
      );
    const { organisationId, currency } = found.day;
    const earlier = await proofs.days(organisationId, { limit: EARLIER_DAYS, currency, after: found.day });
    return presentReceipt(found, earlier);
  };
}

function presentReceipt(
  { book, leaves: [first, second], day }: NonNullable<Awaited<ReturnType<Proofs['find']>>>,
  earlier: readonly ProofDay[],
): Receipt {
  if (!first) throw new Error(`the proof of ${day.day} has no leaf of ${book.book}`);
  const days = { day: presentProofDay(day), earlier: earlier.map(presentProofDay) };
  if (second)
    return {
      kind: 'daka.receipt.v2',
      leaf: book,
      halves: { first: presentHalf(first), second: presentHalf(second) },
      ...days,
    };
  const { index, hash, path } = presentHalf(first);
  return { kind: 'daka.receipt.v1', leaf: { index, ...book, hash }, path, ...days };
}

function presentHalf({ index, node, path }: ProofLeaf) {
  return {
    index,
    amountMinor: node.sumMinor,
    hash: toHex(node.hash),
    path: path.map(({ sumMinor, hash }) => ({ sumMinor, hash: toHex(hash) })),
  };
}

export type ReadReceipt = ReturnType<typeof createReadReceipt>;
