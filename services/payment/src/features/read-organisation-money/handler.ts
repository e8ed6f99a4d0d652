import type { paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports } from '../../ports';

export type OrganisationMoneyItem = z.input<typeof paymentHttp.OrganisationMoneyItem>;
type CohortMoney = z.input<typeof paymentHttp.CohortMoneyBody>;
type Known = Awaited<ReturnType<Ports['cohorts']['ofOrganisation']>>[number];

/** Cohorts that are added up at the same time. */
const AT_ONCE = 10;

interface Needs {
  cohorts: Pick<Ports['cohorts'], 'ofOrganisation'>;
  readCohortMoney(cohortId: string): Promise<CohortMoney>;
}

/** The money of an organisation's cohorts, one by one by id: what the page of each says, in short. */
export function createReadOrganisationMoney({ cohorts, readCohortMoney }: Needs) {
  return async function readOrganisationMoney(
    organisationId: string,
    options: { limit: number; afterId?: string | undefined },
  ): Promise<OrganisationMoneyItem[]> {
    const known = await cohorts.ofOrganisation(organisationId, options);
    const items: OrganisationMoneyItem[] = [];
    for (let start = 0; start < known.length; start += AT_ONCE)
      items.push(...(await Promise.all(known.slice(start, start + AT_ONCE).map(inShort))));
    return items;
  };

  async function inShort({ cohortId, title, startsOn, cancelledAtMs }: Known): Promise<OrganisationMoneyItem> {
    const { currency, enrolments, whose, organiser, ...money } = await readCohortMoney(cohortId);
    return {
      cohortId,
      title: title ?? null,
      startsOn: startsOn ?? null,
      isCancelled: typeof cancelledAtMs === 'number',
      currency,
      enrolments,
      heldMinor: whose.heldMinor + whose.frozenMinor,
      payables: money.payables,
      owedMinor: whose.payableMinor,
      inFlightMinor: whose.inFlightMinor,
      creditMinor: whose.creditMinor,
      poolMinor: whose.poolMinor,
      organiserMinor: whose.organiserMinor,
      organiserPayableMinor: organiser.payableMinor,
      openDisputes: money.openDisputes,
      disputedMinor: whose.disputedMinor,
      ledgerBalanced: money.ledgerBalanced,
      differences: money.reconciliation?.differences ?? null,
    };
  }
}
export type ReadOrganisationMoney = ReturnType<typeof createReadOrganisationMoney>;
