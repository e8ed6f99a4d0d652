import type { MongoConnection } from '@daka/service-kit';
import type { LedgerEntry, PostingKind } from '../../domain/ledger/entry';
import type { LedgerSide } from '../../domain/reconcile/sides';
import type { Cash, SourcedCash } from '../../ports';
import { BATCH, LEDGER } from './ledger-validator';

const FEES: ReadonlySet<PostingKind> = new Set(['processor_fee', 'dispute_fee', 'dispute_fee_returned'] as const);
/** Kinds that move cash and may stand without a source, in books from before sources were written. */
const UNSOURCED: readonly PostingKind[] = ['paid', 'paid_in_excess', 'refunded', 'refund_returned'];

type Read = Pick<LedgerEntry, 'book' | 'cohortId' | 'currency' | 'kind' | 'cause' | 'lines'>;
const projection = { book: 1, cohortId: 1, currency: 1, kind: 1, cause: 1, lines: 1, source: 1 } as const;

/** Null finds what is not there. */
type StoredEntry = Omit<LedgerEntry, 'source'> & { source?: string | null };

/** What the ledger says of cash at the processor. */
export function createCash({ connection }: MongoConnection): Cash {
  const entries = connection.collection<StoredEntry>(LEDGER);

  return {
    async *bySource() {
      // Wider than what is assigned: the loop below assigns to it.
      let found = null as SourcedCash | null;
      for await (const entry of entries
        .find({ source: { $gt: '' } }, { projection, hint: { source: 1, kind: 1 }, batchSize: BATCH })
        .sort({ source: 1 })) {
        const source = entry.source ?? '';
        if (found && found.source !== source) {
          yield found;
          found = null;
        }
        found = { source, side: addEntry(found?.side ?? null, entry) };
      }
      if (found) yield found;
    },
    async *unsourced() {
      const filter = { source: null, kind: { $in: [...UNSOURCED] } };
      for await (const entry of entries.find(filter, { projection, hint: { source: 1, kind: 1 }, batchSize: BATCH })) {
        const side = addEntry(null, entry);
        if (side.grossMinor !== 0) yield { book: entry.book, cause: entry.cause, side };
      }
    },
    async ofSource(source, book, causes) {
      const named = book === null || causes.length === 0 ? [] : [{ book, cause: { $in: [...causes] }, source: null }];
      const filter = { $or: [{ source }, ...named] };
      const found = await entries.find(filter, { projection }).toArray();
      return found.reduce<LedgerSide | null>(addEntry, null);
    },
    async bookOf(source) {
      return (await entries.findOne({ source }, { projection: { book: 1 } }))?.book ?? null;
    },
  };
}

function addEntry(side: LedgerSide | null, { book, cohortId, currency, kind, lines }: Read): LedgerSide {
  const cashMinor = lines.reduce(
    (sum, { account, amountMinor }) => (account === 'stripe_cash' ? sum + amountMinor : sum),
    0,
  );
  const known = side ?? { book, cohortId, currency, grossMinor: 0, feeMinor: 0 };
  return FEES.has(kind)
    ? { ...known, feeMinor: known.feeMinor - cashMinor }
    : { ...known, grossMinor: known.grossMinor + cashMinor };
}
