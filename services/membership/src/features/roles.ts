import type { Role } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { Ports } from '../ports';

type Needs = Pick<Ports, 'organisations' | 'cohorts' | 'enrolments' | 'arbiters'>;

/** What somebody is in the organisation, cohort or enrolment that a path names; nothing where it does not exist. Who works there and learns there is both. */
export function createRolesOf({ organisations, cohorts, enrolments, arbiters }: Needs) {
  return async (user: User, params: Record<string, string>): Promise<readonly Role[]> => {
    const { organisationId, cohortId, enrolmentId } = params;
    if (enrolmentId !== undefined) return ofEnrolment(user, enrolmentId);
    if (cohortId !== undefined) return staffRoles(user, cohortId);
    if (organisationId !== undefined)
      return (await organisations.load(organisationId))?.ownerId === user.id ? ['owner'] : [];
    return arbiters.has(user.id) ? ['arbiter'] : [];
  };

  async function ofEnrolment(user: User, enrolmentId: string): Promise<readonly Role[]> {
    const enrolment = await enrolments.load(enrolmentId);
    if (!enrolment) return [];
    const own = enrolment.learnerId === user.id ? (['learner'] as const) : [];
    return [...(await staffRoles(user, enrolment.cohortId)), ...own];
  }

  async function staffRoles(user: User, cohortId: string): Promise<Role[]> {
    const cohort = await cohorts.load(cohortId);
    return cohort?.staff.filter(({ accountId }) => accountId === user.id).map(({ role }) => role) ?? [];
  }
}
