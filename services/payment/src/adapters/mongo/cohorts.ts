import { coolingOffDays, DEFAULT_COOLING_OFF_DAYS } from '@daka/rules';
import { createCopyStore, type MongoConnection } from '@daka/service-kit';
import type { Role } from '@daka/contracts';
import type { Cohorts } from '../../ports';

interface Cohort {
  organisationId: string;
  staff: readonly { accountId: string; role: Role }[];
  coolingOffDays: number;
  startsAtMs: number;
}

/** What payment keeps of membership's cohorts: who works for them, and how long a fee may have to go back. */
export function createCohorts(mongo: MongoConnection): Cohorts {
  const copies = createCopyStore<Cohort, 'membership.cohort'>({
    mongo,
    name: 'cohorts',
    topics: ['membership.cohort'],
    indexes: [[{ 'state.organisationId': 1 }]],
    evolve(cohort, message) {
      switch (message.type) {
        case 'membership.cohort-published.v1': {
          const { organisationId, staff, policy } = message.data;
          return { organisationId, staff, coolingOffDays: coolingOffDays(policy), startsAtMs: Date.parse(policy.startsOn) };
        }
        case 'membership.cohort-staff-changed.v1':
          return cohort && { ...cohort, staff: message.data.staff };
        case 'membership.cohort-cancelled.v1':
          return cohort;
        default:
          return message satisfies never;
      }
    },
  });
  return {
    apply: copies.apply,
    async coolingOffOf(cohortId) {
      const cohort = await copies.loadCached(cohortId);
      return cohort ? { days: cohort.coolingOffDays, startsAtMs: cohort.startsAtMs } : { days: DEFAULT_COOLING_OFF_DAYS, startsAtMs: 0 };
    },
    async staffRolesOf(cohortId, accountId) {
      const cohort = await copies.load(cohortId);
      return (cohort?.staff ?? []).filter((member) => member.accountId === accountId).map(({ role }) => role);
    },
    async isOwner(organisationId, accountId) {
      const found = await copies.find({ 'state.organisationId': organisationId, 'state.staff': { $elemMatch: { accountId, role: 'owner' } } }, { limit: 1 });
      return found.length > 0;
    },
  };
}
