import type { ClientSession, Collection } from 'mongoose';
import type { Sums } from '../../domain/cohort-sums';
import { ACCOUNTS, type Balances } from '../../domain/ledger/accounts';
import type { LedgerEntry, LedgerHead } from '../../domain/ledger/entry';

type Row = Record<string, number | string | null>;

/** Adds up books in the database, one after the other. */
export async function addUpBooks(
  books: Collection,
  filter: object,
  session?: ClientSession,
): Promise<{ currency: string | null; sums: Sums }> {
  const pipeline = [
    { $match: { ...filter, 'state.price': { $ne: null } } },
    {
      $group: {
        _id: null,
        currency: { $first: '$state.price.currency' },
        enrolments: { $sum: 1 },
        capturedMinor: { $sum: { $sum: '$state.charges.capturedMinor' } },
        refundedMinor: { $sum: { $sum: '$state.charges.refundedMinor' } },
        workPending: { $sum: { $cond: [{ $isNumber: '$state.work.refundsAtMs' }, 1, 0] } },
        ...Object.fromEntries(ACCOUNTS.map((account) => [account, { $sum: `$state.balances.${account}` }])),
      },
    },
  ];
  const [row] = await books.aggregate<Row>(pipeline, session ? { session } : {}).toArray();
  const at = (name: string) => Number(row?.[name] ?? 0);
  const sums: Sums = {
    enrolments: at('enrolments'),
    capturedMinor: at('capturedMinor'),
    refundedMinor: at('refundedMinor'),
    workPending: at('workPending'),
    balances: Object.fromEntries(ACCOUNTS.map((account) => [account, at(account)])),
  };
  return { currency: row ? String(row['currency']) : null, sums };
}

interface Shown {
  _id: unknown;
  state: { balances: Balances; ledger: LedgerHead };
}
interface Added {
  _id: { book: string; account: string };
  sumMinor: number;
  lastSeq: number;
}

/** Whether each book's balances are the sums of its entries, to the unit, and add up to zero. `nameOf`: what entries call a book. */
export async function areBooksBalanced(
  ledger: Collection<LedgerEntry>,
  entries: object,
  books: Collection,
  which: object,
  nameOf: (id: string) => string,
): Promise<boolean> {
  const pipeline = [
    { $match: entries },
    { $unwind: '$lines' },
    {
      $group: {
        _id: { book: '$book', account: '$lines.account' },
        sumMinor: { $sum: '$lines.amountMinor' },
        lastSeq: { $max: '$seq' },
      },
    },
  ];
  const projection = { 'state.balances': 1, 'state.ledger': 1 };
  const [added, shown] = await Promise.all([
    ledger.aggregate<Added>(pipeline).toArray(),
    books.find<Shown>(which, { projection }).toArray(),
  ]);
  return agree(added, new Map(shown.map(({ _id, state }) => [nameOf(String(_id)), state])));
}

function agree(rows: readonly Added[], shown: ReadonlyMap<string, Shown['state']>): boolean {
  const added = new Map<string, { balances: Record<string, number>; lastSeq: number }>();
  for (const { _id, sumMinor, lastSeq } of rows) {
    const one = added.get(_id.book) ?? { balances: {}, lastSeq: 0 };
    one.balances[_id.account] = sumMinor;
    one.lastSeq = Math.max(one.lastSeq, lastSeq);
    added.set(_id.book, one);
  }
  if ([...added.keys()].some((book) => !shown.has(book))) return false;
  return [...shown].every(([book, { balances, ledger }]) => {
    const one = added.get(book) ?? { balances: {}, lastSeq: 0 };
    const total = Object.values(one.balances).reduce((sum, amountMinor) => sum + amountMinor, 0);
    return (
      total === 0 &&
      one.lastSeq === ledger.seq &&
      ACCOUNTS.every((account) => (one.balances[account] ?? 0) === (balances[account] ?? 0))
    );
  });
}
