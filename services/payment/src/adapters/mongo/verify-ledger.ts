import type { MongoConnection } from '@daka/service-kit';
import { ACCOUNTS, type Balances } from '../../domain/ledger/accounts';
import { EMPTY_LEDGER, type LedgerEntry, type LedgerHead, replayEntries, type Sha256 } from '../../domain/ledger/entry';
import { LEDGER } from './ledger-validator';

export interface Verification { entries: number; books: number; faults: { book: string; fault: string }[] }
interface Shown { balances: Balances; ledger: LedgerHead }

/**
 * Re-adds every journal from its first entry, checks sums, numbers and links, and compares with what the books show.
 * Reads one book at a time; run it while nothing is written, or a change in between shows as a fault.
 */
export async function verifyLedger({ connection }: MongoConnection, collections: readonly string[], sha256: Sha256): Promise<Verification> {
  const shown = await shownBooks({ connection }, collections);
  const faults: Verification['faults'] = [];
  let entries = 0;
  let books = 0;
  const finish = (journal: readonly LedgerEntry[]) => {
    const [first] = journal;
    if (!first) return;
    books += 1;
    entries += journal.length;
    const fault = faultOf(journal, shown.get(first.book), sha256);
    if (fault) faults.push({ book: first.book, fault });
    shown.delete(first.book);
  };

  let journal: LedgerEntry[] = [];
  for await (const entry of connection.collection<LedgerEntry>(LEDGER).find().sort({ book: 1, seq: 1 })) {
    if (journal[0] && journal[0].book !== entry.book) {
      finish(journal);
      journal = [];
    }
    journal.push(entry);
  }
  finish(journal);
  for (const [book, { ledger }] of shown) if (ledger.seq !== 0) faults.push({ book, fault: `its ${ledger.seq} entries are gone` });
  return { entries, books, faults };
}

function faultOf(journal: readonly LedgerEntry[], shown: Shown | undefined, sha256: Sha256): string | null {
  const { balances, head, fault } = replayEntries(journal, sha256);
  if (fault) return `entry ${fault.seq}: ${fault.fault}`;
  if (!shown) return 'entries without a book';
  if (head.seq !== shown.ledger.seq || head.hash !== shown.ledger.hash) return `the journal ends at ${head.seq}, the book at ${shown.ledger.seq}`;
  const wrong = ACCOUNTS.find((account) => (balances[account] ?? 0) !== (shown.balances[account] ?? 0));
  return wrong ? `${wrong} is ${shown.balances[wrong] ?? 0}, its entries say ${balances[wrong] ?? 0}` : null;
}

async function shownBooks({ connection }: Pick<MongoConnection, 'connection'>, collections: readonly string[]): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>();
  for (const name of collections) {
    const prefix = name === 'cohort_books' ? 'cohort:' : '';
    for await (const { _id, state } of connection.collection(name).find({ state: { $ne: null } }, { projection: { 'state.balances': 1, 'state.ledger': 1 } })) {
      const { balances, ledger = EMPTY_LEDGER } = state as Shown;
      shown.set(`${prefix}${String(_id)}`, { balances, ledger });
    }
  }
  return shown;
}
