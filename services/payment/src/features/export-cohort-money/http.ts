import { paymentHttp } from '@daka/contracts';
import { type CsvCell, route, sendCsv } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import { entryRows, memberRows, type Needs, refundRows } from './rows';
import { entriesTable, membersTable, refundsTable } from './tables';

interface Export {
  name: 'members' | 'refunds' | 'entries';
  summary: string;
  columns: readonly string[];
  rows(cohortId: string, needs: Needs): AsyncIterable<readonly CsvCell[]>;
}

/** A table of a cohort's money for the bookkeeping, written as it is read. */
function exportRoute({ name, summary, columns, rows }: Export) {
  return route<Needs & Pick<Ports, 'logger'>>()({
    method: 'get',
    path: `/cohorts/:cohortId/money/${name}.csv`,
    summary,
    access: ['owner', 'class_head'],
    mediaType: 'text/csv',
    params: paymentHttp.CohortParams,
    answers: { 200: z.string() },
    handle: ({ params: { cohortId }, res }, { logger, ...needs }) =>
      sendCsv(res, {
        name: `daka-${cohortId}-${name}.csv`,
        columns,
        rows: rows(cohortId, needs),
        onError: (error) => logger.warn({ error, cohortId }, 'an export ended too early'),
      }),
  });
}

export const exportMembersRoute = exportRoute({
  name: 'members',
  summary: 'A table (CSV) of the money of a cohort, one row a member; amounts in decimals and in minor units.',
  columns: membersTable.columns,
  rows: memberRows,
});

export const exportRefundsRoute = exportRoute({
  name: 'refunds',
  summary: 'All refunds of a cohort as a table (CSV), planned, sent, arrived or failed.',
  columns: refundsTable.columns,
  rows: refundRows,
});

export const exportEntriesRoute = exportRoute({
  name: 'entries',
  summary: 'The ledger of a cohort as a table (CSV), one row a line: those of an entry add up to zero, and so do all.',
  columns: entriesTable.columns,
  rows: entryRows,
});
