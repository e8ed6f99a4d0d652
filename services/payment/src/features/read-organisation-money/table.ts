import { amounts, table } from '../present/table';
import type { OrganisationMoneyItem } from './handler';

/** One row a cohort, each in its own currency. */
export const cohortsTable = table<OrganisationMoneyItem>({
  cohortId: ({ cohortId }) => cohortId,
  title: ({ title }) => title,
  startsOn: ({ startsOn }) => startsOn,
  isCancelled: ({ isCancelled }) => String(isCancelled),
  currency: ({ currency }) => currency,
  enrolments: ({ enrolments }) => enrolments,
  ...amounts<OrganisationMoneyItem>(({ currency }) => currency, {
    held: ({ heldMinor }) => heldMinor,
    owed: ({ owedMinor }) => owedMinor,
    inFlight: ({ inFlightMinor }) => inFlightMinor,
    credit: ({ creditMinor }) => creditMinor,
    pool: ({ poolMinor }) => poolMinor,
    organiser: ({ organiserMinor }) => organiserMinor,
    organiserPayable: ({ organiserPayableMinor }) => organiserPayableMinor,
    disputed: ({ disputedMinor }) => disputedMinor,
    failedRefunds: ({ payables }) => payables.failedMinor,
  }),
  dueSince: ({ payables }) => payables.dueSince,
  failedRefundsCount: ({ payables }) => payables.failed,
  openDisputes: ({ openDisputes }) => openDisputes,
  ledgerBalanced: ({ ledgerBalanced }) => String(ledgerBalanced),
  differences: ({ differences }) => differences,
});
