import type { Book } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { areSame, differenceOf, NO_SUMS, type Sums, sumsOf } from '../../domain/cohort-sums';
import type { DayFlows } from '../../domain/day-flows';
import { changeOfFigures, type Figures, isNothing, recordOf } from '../../domain/record';
import type { chained, Kept } from './chained';

export const COHORT_SUMS = 'cohort_sums';

/**
 * One of the parts that add up to the sums of a cohort. Each write of a book inserts what it adds, in the same transaction, so that writers never meet;
 * now and then the parts of a cohort are replaced by one that is their sum.
 */
export interface Part {
  cohortId: string;
  currency: string;
  sums: Sums;
  /** What it adds to the public record; absent in parts of before there was one. */
  record?: Figures;
  /** The earliest payment of a book in it that the public record has counted from its payment on. */
  wholeFromMs?: number | null;
  /** Null: a sum of parts, whose entries were added up when it was made. */
  entries: { book: string; after: number; to: number } | null;
  /** Parts in it whose entries did not add up to what they say. */
  faults: number;
  /** What its entries did, day by day. Absent in a part that names its entries, and in sums of before days were kept. */
  days?: DayFlows;
}

/** A state and whether the sums of its cohort, and the public record, count it already. Recorded books are summed. */
export type Summed<State> = State & { isSummed: boolean; isRecorded: boolean };
type SummedBook = Summed<Kept<Book>>;

/** Books that no part counts yet: of before there were parts, and not changed since. */
export const UNSUMMED = { 'state.isSummed': { $in: [null, false] } };
/** The same for the public record, which came later. */
export const UNRECORDED = { 'state.isRecorded': { $in: [null, false] } };

/** Lets each write of a book insert what it adds to the sums of its cohort, in the same transaction. */
export function summed({ evolve, alongside }: ReturnType<typeof chained<Book, BookEvent>>) {
  return {
    evolve: (book: SummedBook | null, event: BookEvent): SummedBook => ({
      ...evolve(book, event),
      isSummed: true,
      isRecorded: true,
    }),
    alongside(change: { before: SummedBook | null; after: SummedBook; events: readonly BookEvent[] }) {
      const part = partOf(change.before, change.after);
      return [...alongside(change), ...(part ? [{ collection: COHORT_SUMS, documents: [part] }] : [])];
    },
  };
}

/** A book that no part counts yet is put into this one with all that it has. */
export function partOf(before: SummedBook | null, after: SummedBook): Part | null {
  const counted = before?.isSummed ? before : null;
  const sums = differenceOf(sumsOf(counted), sumsOf(after));
  const record = changeOfFigures(recordOf(before?.isRecorded ? before : null), recordOf(after));
  const entries = { book: after.enrolmentId, after: counted?.ledger.seq ?? 0, to: after.ledger.seq };
  const addsNothing = areSame(sums, NO_SUMS) && isNothing(record) && entries.after === entries.to;
  if (after.price === null || addsNothing) return null;
  // What was done about a book before the record knew it is not in the figures.
  const isWhole = record.paid === 1 && (before === null || before.isRecorded);
  const wholeFromMs = isWhole ? after.paidAtMs : null;
  return { cohortId: after.cohortId, currency: after.price.currency, sums, record, wholeFromMs, entries, faults: 0 };
}
