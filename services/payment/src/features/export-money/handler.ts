import { type Refused, isRefused } from '@daka/contracts';
import type { LedgerEntry } from '../../domain/ledger/entry';
import type { Ledger } from '../../ports';
import type { createReadStatement, Statement } from '../read-statement/handler';

export interface MoneyExport { enrolmentId: string; statement: Statement; entries: ReturnType<typeof presentEntry>[] }

/** Reads until nothing was posted in between, so that the file agrees with itself. */
const MAX_READS = 5;

/** The learner's own journal as it is stored, hashes included, beside the statement that was made from it. */
export function createExportMoney({ readStatement, ledger }: { readStatement: ReturnType<typeof createReadStatement>; ledger: Pick<Ledger, 'entriesOf'> }) {
  return async function exportMoney(enrolmentId: string): Promise<Refused<'not_found' | 'try_again'> | MoneyExport> {
    let before = '';
    for (let reads = 0; reads < MAX_READS; reads += 1) {
      const entries = await ledger.entriesOf(enrolmentId);
      const statement = await readStatement(enrolmentId);
      if (isRefused(statement)) return statement;
      const now = JSON.stringify(statement);
      if (now === before && statement.lines.length === entries.length) return { enrolmentId, statement, entries: entries.map(presentEntry) };
      before = now;
    }
    return { refused: 'try_again', detail: 'Money is moving just now; ask again in a moment.' };
  };
}

function presentEntry({ lines, days, ...entry }: LedgerEntry) {
  return { ...entry, lines: [...lines], ...(days === undefined ? {} : { days: [...days] }) };
}
