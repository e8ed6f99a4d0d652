import { paymentHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { LedgerEntry } from '../../domain/ledger/entry';
import type { Ports } from '../../ports';
import { presentStatement } from '../present/statement';

/** The learner's own journal as it is stored, hashes included, beside the statement that was made from it. */
export const exportMoneyRoute = route<Pick<Ports, 'ledger'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/export',
  summary: 'Your statement with the journal it was made from: payment\'s half of what "replay my money" recomputes.',
  access: ['learner'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.MoneyExportBody, 404: refusals('not_found') },
  async handle({ params: { enrolmentId } }, { ledger }) {
    const journal = await ledger.journalOf(enrolmentId);
    const statement = journal && presentStatement(journal);
    if (!statement) return refuse('not_found', 'There is nothing to pay for this enrolment yet.');
    return { enrolmentId, statement, entries: journal.entries.map(presentEntry) };
  },
});

function presentEntry({ lines, days, ...entry }: LedgerEntry) {
  return { ...entry, lines: [...lines], ...(days === undefined ? {} : { days: [...days] }) };
}
