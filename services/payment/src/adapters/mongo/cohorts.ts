import type { Role } from '@daka/contracts';
import { createCopyStore, createRecent, type MongoConnection } from '@daka/service-kit';
import { type Cohort, coolingOffOf, evolveCohort } from '../../domain/cohort';
import type { Cohorts } from '../../ports';

export const COHORTS = 'cohorts';

/** Copies of membership's cohorts. */
export function createCohorts(mongo: MongoConnection): Cohorts {
  const copies = createCopyStore<Cohort, 'membership.cohort'>({
    mongo,
    name: COHORTS,
    indexes: [[{ 'state.organisationId': 1 }]],
    evolve: evolveCohort,
  });
  const recent = createRecent(copies.load);

  return {
    apply: copies.apply,
    organisationOf: async (cohortId) => (await copies.load(cohortId))?.organisationId ?? null,
    async organisationAndCurrencyOf(cohortId) {
      const cohort = await copies.load(cohortId);
      return cohort && { organisationId: cohort.organisationId, currency: cohort.currency ?? null };
    },
    async coolingOffOf(cohortId) {
      const cohort = await copies.loadCached(cohortId);
      return cohort ? coolingOffOf(cohort) : null;
    },
    staffRolesOf: async (cohortId, accountId) => staffRolesIn(await copies.load(cohortId), accountId),
    recentStaffRolesOf: async (cohortId, accountId) => staffRolesIn(await recent(cohortId), accountId),
    async ofOrganisation(organisationId, options) {
      const found = await copies.find({ 'state.organisationId': organisationId }, options);
      return found.map(({ id, state: { title, startsOn, cancelledAtMs, currency } }) => ({
        cohortId: id,
        ...(title === undefined ? {} : { title }),
        ...(startsOn === undefined ? {} : { startsOn }),
        ...(cancelledAtMs === undefined ? {} : { cancelledAtMs }),
        ...(currency === undefined ? {} : { currency }),
      }));
    },
    async isOwner(organisationId, accountId) {
      const found = await copies.find(
        { 'state.organisationId': organisationId, 'state.staff': { $elemMatch: { accountId, role: 'owner' } } },
        { limit: 1 },
      );
      return found.length > 0;
    },
  };
}

function staffRolesIn(cohort: Cohort | null, accountId: string): Role[] {
  return (cohort?.staff ?? []).filter((member) => member.accountId === accountId).map(({ role }) => role);
}
