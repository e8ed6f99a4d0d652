import type { MongoConnection } from '@daka/service-kit';
import { ACCOUNTS, type Balances } from '../../domain/ledger/accounts';
import type { LedgerEntry, LedgerHead } from '../../domain/ledger/entry';
import type { Ledger } from '../../ports';
import { BOOKS } from './books';
import { COHORT_BOOKS } from './cohort-books';
import { LEDGER } from './ledger-validator';

interface Shown { balances: Balances; ledger: LedgerHead }
interface Sum { _id: { book: string; account: string }; sumMinor: number; lastSeq: number }

const MAX_LINES_SHOWN = 5_000;

/** Reads the journal. */
export function createLedger({ connection }: MongoConnection): Ledger {
  const entries = connection.collection<LedgerEntry>(LEDGER);

  /** What the books themselves say, by the name that entries know them by. */
  async function shownBalances(cohortId: string): Promise<Map<string, Shown>> {
    const projection = { 'state.balances': 1, 'state.ledger': 1 };
    const [books, cohortBooks] = await Promise.all([
      connection.collection(BOOKS).find({ 'state.cohortId': cohortId }, { projection }).toArray(),
      connection.collection(COHORT_BOOKS).find({ 'state.cohortId': cohortId }, { projection }).toArray(),
    ]);
    return new Map([
      ...books.map(({ _id, state }) => [String(_id), state as Shown] as const),
      ...cohortBooks.map(({ _id, state }) => [`cohort:${String(_id)}`, state as Shown] as const),
    ]);
  }

  return {
    entriesOf: (book) => entries.find({ book }).sort({ seq: 1 }).limit(MAX_LINES_SHOWN).toArray(),

    async isBalanced(cohortId) {
      const [sums, shown] = await Promise.all([
        entries.aggregate<Sum>([
          { $match: { cohortId } },
          { $unwind: '$lines' },
          { $group: { _id: { book: '$book', account: '$lines.account' }, sumMinor: { $sum: '$lines.amountMinor' }, lastSeq: { $max: '$seq' } } },
        ]).toArray(),
        shownBalances(cohortId),
      ]);
      return agree(sums, shown);
    },
  };
}

/** Each book's balances are the sums of its entries, to the unit, and add up to zero. */
function agree(sums: readonly Sum[], shown: ReadonlyMap<string, Shown>): boolean {
  const added = new Map<string, { balances: Record<string, number>; lastSeq: number }>();
  for (const { _id: { book, account }, sumMinor, lastSeq } of sums) {
    const one = added.get(book) ?? { balances: {}, lastSeq: 0 };
    one.balances[account] = sumMinor;
    one.lastSeq = Math.max(one.lastSeq, lastSeq);
    added.set(book, one);
  }
  if ([...added.keys()].some((book) => !shown.has(book))) return false;
  return [...shown].every(([book, { balances, ledger }]) => {
    const one = added.get(book) ?? { balances: {}, lastSeq: 0 };
    const total = Object.values(one.balances).reduce((sum, amountMinor) => sum + amountMinor, 0);
    return total === 0 && one.lastSeq === ledger.seq && ACCOUNTS.every((account) => (one.balances[account] ?? 0) === (balances[account] ?? 0));
  });
}
