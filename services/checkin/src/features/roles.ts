import { type HeldRole, heldRoles, type User } from '@daka/service-kit';
import type { Cohort } from '../domain/cohort';
import type { Ports } from '../ports';

type Params = Record<string, string>;

/** What a caller is in the cohort that the path speaks of, directly or through an enrolment. */
export function createRolesOf({ calendars, cohorts, arbiters }: Pick<Ports, 'calendars' | 'cohorts' | 'arbiters'>) {
  return async (user: User, { enrolmentId, cohortId }: Params): Promise<readonly HeldRole[]> => {
    if (enrolmentId !== undefined) return rolesOnEnrolment(user, enrolmentId);
    if (cohortId === undefined) return arbiterRole(user);
    const [cohort, isMember] = await Promise.all([cohorts.load(cohortId), calendars.isMember(cohortId, user.id)]);
    if (cohort === null) return [];
    return [...staffRoles(user, cohort), ...arbiterRole(user), ...(isMember ? (['learner'] as const) : [])];
  };

  function arbiterRole({ id }: User): readonly HeldRole[] {
    return arbiters.has(id) ? ['arbiter'] : [];
  }

  async function rolesOnEnrolment(user: User, enrolmentId: string): Promise<readonly HeldRole[]> {
    const enrolment = await calendars.enrolment(enrolmentId);
    if (enrolment === null) return [];
    // Learners check in by the thousand; whether one is also staff may be a second old.
    if (enrolment.learnerId === user.id)
      return ['learner', ...staffRoles(user, await cohorts.loadRecent(enrolment.cohortId))];
    return [...staffRoles(user, await cohorts.load(enrolment.cohortId)), ...arbiterRole(user)];
  }
}

function staffRoles(user: User, cohort: Cohort | null): readonly HeldRole[] {
  const own = (cohort?.staff ?? []).filter(({ accountId }) => accountId === user.id);
  return heldRoles(
    user,
    cohort?.organisationId ?? null,
    own.map(({ role }) => role),
  );
}
