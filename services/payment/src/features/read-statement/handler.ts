import { type Refused, refuse } from '@daka/contracts';
import { statementLines, totalsOf, type StatementLine, type Totals } from '../../domain/statement';
import type { Books, Ledger } from '../../ports';

export interface Statement extends Totals { lines: (Omit<StatementLine, 'atMs' | 'days'> & { at: string; days?: NonNullable<StatementLine['days']>[number][] })[] }

/** The learner's account: totals, and a line for every entry of the journal. */
export function createReadStatement({ books, ledger }: { books: Pick<Books, 'load'>; ledger: Pick<Ledger, 'entriesOf'> }) {
  return async function readStatement(enrolmentId: string): Promise<Refused<'not_found'> | Statement> {
    const [book, entries] = await Promise.all([books.load(enrolmentId), ledger.entriesOf(enrolmentId)]);
    const totals = book && totalsOf(book);
    if (!totals) return refuse('not_found', 'There is nothing to pay for this enrolment yet.');
    const lines = statementLines(entries).map(({ atMs, days, ...line }) => ({
      ...line, at: new Date(atMs).toISOString(), ...(days === undefined ? {} : { days: [...days] }),
    }));
    return { ...totals, lines };
  };
}
