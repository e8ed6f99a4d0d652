import type { Role } from '@daka/contracts';
import type { Ports } from '../ports';

type Needs = Pick<Ports, 'organisations' | 'cohorts' | 'enrolments'>;

/** What somebody is in the organisation, cohort or enrolment that a path names; nothing where it does not exist. */
export function createRolesOf({ organisations, cohorts, enrolments }: Needs) {
  return async function rolesOf(user: { id: string }, params: Record<string, string>): Promise<readonly Role[]> {
    const { organisationId, cohortId, enrolmentId } = params;
    if (enrolmentId !== undefined) return rolesInEnrolment(user.id, enrolmentId);
    if (cohortId !== undefined) return rolesInCohort(user.id, cohortId);
    if (organisationId !== undefined) return (await organisations.load(organisationId))?.ownerId === user.id ? ['owner'] : [];
    return [];
  };

  async function rolesInCohort(userId: string, cohortId: string): Promise<Role[]> {
    const cohort = await cohorts.load(cohortId);
    return cohort?.staff.filter(({ accountId }) => accountId === userId).map(({ role }) => role) ?? [];
  }

  async function rolesInEnrolment(userId: string, enrolmentId: string): Promise<Role[]> {
    const enrolment = await enrolments.load(enrolmentId);
    if (!enrolment) return [];
    // Every route of an enrolment that staff may take is open to its learner as well.
    return enrolment.learnerId === userId ? ['learner'] : rolesInCohort(userId, enrolment.cohortId);
  }
}
