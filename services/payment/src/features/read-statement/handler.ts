import { type Refused, refuse } from '@daka/contracts';
import { createCache, estimateBytes } from '@daka/service-kit';
import type { LedgerHead } from '../../domain/ledger/entry';
import type { Journal, Ledger } from '../../ports';
import { presentLines, type ShownLine, type Statement, withLines } from '../present/statement';

/** Lines of a book up to an entry of its journal, which never change. */
interface Shown {
  head: LedgerHead;
  lines: readonly ShownLine[];
  bytes: number;
}

/** What a learner paid, earned and got back. Of a journal that was shown before only what came since is read and put into words. */
export function createReadStatement({ ledger }: { ledger: Ledger }) {
  const shown = createCache<Shown>();

  function linesOf({ book, after, entries }: Journal, known: Shown | undefined): readonly ShownLine[] {
    const last = entries.at(-1);
    const before = known && after.seq === known.head.seq ? known : undefined;
    if (last === undefined) return before?.lines ?? [];
    const more = presentLines(entries, before?.lines);
    const lines = [...(before?.lines ?? []), ...more];
    const bytes = (before?.bytes ?? 0) + estimateBytes(more);
    shown.set(book.enrolmentId, { head: { seq: last.seq, hash: last.hash }, lines, bytes }, bytes);
    return lines;
  }

  return async function readStatement(enrolmentId: string): Promise<Refused<'not_found'> | Statement> {
    const known = shown.get(enrolmentId);
    const journal = await ledger.journalOf(enrolmentId, known?.head);
    const statement = journal && withLines(journal.book, linesOf(journal, known));
    return statement ?? refuse('not_found', 'There is nothing to pay for this enrolment yet.');
  };
}

export type ReadStatement = ReturnType<typeof createReadStatement>;
