import type { paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import { addBalances, type Balances } from '../../domain/ledger/accounts';
import { whoseOf } from '../../domain/whose';
import type { Ports } from '../../ports';

type Sums = z.input<typeof paymentHttp.OrganisationMoneySums>;
interface Together {
  cohorts: number;
  balances: Balances;
}

/** Cohorts whose balances are added up at a time. */
const AT_ONCE = 500;

interface Needs {
  cohorts: Pick<Ports['cohorts'], 'ofOrganisation'>;
  cohortSums: Pick<Ports['cohortSums'], 'balancesOf'>;
}

/** What the money of all of an organisation's cohorts comes to, by currency: amounts of different currencies are never added up. */
export function createReadOrganisationSums({ cohorts, cohortSums }: Needs) {
  return async function readOrganisationSums(organisationId: string): Promise<Sums[]> {
    const together = new Map<string, Together>();
    let afterId: string | undefined;
    for (;;) {
      const known = await cohorts.ofOrganisation(organisationId, { limit: AT_ONCE, afterId });
      const found = await cohortSums.balancesOf(known.map(({ cohortId }) => cohortId));
      for (const { cohortId, ...cohort } of known) {
        const { currency, balances } = found.get(cohortId) ?? { currency: null, balances: {} };
        add(together, currency ?? cohort.currency, balances);
      }
      afterId = known.at(-1)?.cohortId;
      if (known.length < AT_ONCE || afterId === undefined) break;
    }
    return [...together].sort(([one], [other]) => (one < other ? -1 : 1)).map(present);
  };
}
export type ReadOrganisationSums = ReturnType<typeof createReadOrganisationSums>;

/** Who has no currency yet has no money. */
function add(together: Map<string, Together>, currency: string | undefined, balances: Balances): void {
  if (currency === undefined) return;
  const before = together.get(currency) ?? { cohorts: 0, balances: {} };
  together.set(currency, { cohorts: before.cohorts + 1, balances: addBalances(before.balances, balances) });
}

function present([currency, { cohorts, balances }]: [string, Together]): Sums {
  const { whose } = whoseOf(balances);
  return {
    currency,
    cohorts,
    heldMinor: whose.heldMinor + whose.frozenMinor,
    owedMinor: whose.payableMinor,
    inFlightMinor: whose.inFlightMinor,
    poolMinor: whose.poolMinor,
    organiserMinor: whose.organiserMinor,
  };
}
