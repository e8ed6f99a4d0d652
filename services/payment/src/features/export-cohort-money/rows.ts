import type { CsvCell } from '@daka/service-kit';
import type { Book } from '../../domain/book';
import type { LedgerEntry } from '../../domain/ledger/entry';
import type { Ports } from '../../ports';
import { entriesTable, memberRow, membersTable, refundsTable } from './tables';

/** Books, or entries, that are held at a time. */
const AT_ONCE = 200;

export type Needs = {
  books: Pick<Ports['books'], 'ofCohort'>;
  ledger: Pick<Ports['ledger'], 'entriesOfCohort'>;
  decisions: Pick<Ports['decisions'], 'numbersOf'>;
};
type Rows = AsyncGenerator<readonly CsvCell[]>;

export async function* memberRows(cohortId: string, needs: Needs): Rows {
  for await (const { book, memberNumber } of numberedBooks(cohortId, needs))
    for (const row of memberRow(book, memberNumber)) yield membersTable.cells(row);
}

export async function* refundRows(cohortId: string, needs: Needs): Rows {
  for await (const { book, memberNumber } of numberedBooks(cohortId, needs))
    for (const refund of book.refunds) yield refundsTable.cells({ book, refund, memberNumber });
}

export async function* entryRows(cohortId: string, { ledger, decisions }: Needs): Rows {
  for await (const entries of batchesOf(ledger.entriesOfCohort(cohortId))) {
    const numbers = await decisions.numbersOf([...new Set(entries.map(({ book }) => book))]);
    for (const entry of entries)
      for (const line of entry.lines)
        yield entriesTable.cells({ entry, line, memberNumber: numbers.get(entry.book) ?? null });
  }
}

async function* numberedBooks(
  cohortId: string,
  { books, decisions }: Needs,
): AsyncGenerator<{ book: Book; memberNumber: number | null }> {
  let afterId: string | undefined;
  for (;;) {
    const found = await books.ofCohort(cohortId, { limit: AT_ONCE, afterId });
    const numbers = await decisions.numbersOf(found.map(({ enrolmentId }) => enrolmentId));
    for (const book of found) yield { book, memberNumber: numbers.get(book.enrolmentId) ?? null };
    afterId = found.at(-1)?.enrolmentId;
    if (found.length < AT_ONCE || afterId === undefined) return;
  }
}

async function* batchesOf(entries: AsyncIterable<LedgerEntry>): AsyncGenerator<LedgerEntry[]> {
  let batch: LedgerEntry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
