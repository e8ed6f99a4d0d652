import { createReadCohortAccounts } from '../features/read-accounts/handler';
import { createReadCohortMoney } from '../features/read-cohort-money/handler';
import { createReadOrganisationMoney } from '../features/read-organisation-money/handler';
import { createReadOrganisationSums } from '../features/read-organisation-money/sums';
import type { Ports } from '../ports';

/** Far more often than parts become many. */
const FOLD_EVERY_MS = 1_000;
/** Of old books there is an end; then a look costs next to nothing. */
const ADOPT_EVERY_MS = 10_000;

/** What a cohort's money adds up to. */
export function createAccounts(
  ports: Parameters<typeof createReadCohortMoney>[0] & Pick<Ports, 'cohortSums' | 'cohortBooks' | 'cohorts'>,
) {
  const readCohortMoney = createReadCohortMoney(ports);
  return {
    readCohortAccounts: createReadCohortAccounts(ports),
    readCohortMoney,
    readOrganisationMoney: createReadOrganisationMoney({ ...ports, readCohortMoney }),
    readOrganisationSums: createReadOrganisationSums(ports),
    periodics: [
      { name: 'cohort-sums', everyMs: FOLD_EVERY_MS, run: (signal: AbortSignal) => ports.cohortSums.fold(signal) },
      {
        name: 'cohort-sums-adoption',
        everyMs: ADOPT_EVERY_MS,
        run: (signal: AbortSignal) => ports.cohortSums.adopt(signal),
      },
      {
        name: 'cohort-days-adoption',
        everyMs: ADOPT_EVERY_MS,
        run: (signal: AbortSignal) => ports.cohortDays.dateParts(signal),
      },
    ],
  };
}
