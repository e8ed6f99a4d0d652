import { type HeldRole, heldRoles, type User, waitsIn } from '@daka/service-kit';
import type { Cohort } from '../domain/cohort';
import type { Ports } from '../ports';

type Needs = Pick<Ports, 'organisations' | 'cohorts' | 'enrolments' | 'arbiters'>;

/** Whether somebody works for a cohort, and does not wait for a second factor there. */
export function worksFor(
  { organisationId, staff }: Pick<Cohort, 'organisationId' | 'staff'>,
  user: User | undefined,
): boolean {
  return user !== undefined && !waitsIn(user, organisationId) && staff.some(({ accountId }) => accountId === user.id);
}

/** What somebody is in the organisation, cohort or enrolment that a path names; nothing where it does not exist. Who works there and learns there is both. */
export function createRolesOf({ organisations, cohorts, enrolments, arbiters }: Needs) {
  return async (user: User, params: Record<string, string>): Promise<readonly HeldRole[]> => {
    const { organisationId, cohortId, enrolmentId } = params;
    if (enrolmentId !== undefined) return ofEnrolment(user, enrolmentId);
    if (cohortId !== undefined) return staffRoles(user, cohortId);
    if (organisationId !== undefined)
      return (await organisations.load(organisationId))?.ownerId === user.id
        ? heldRoles(user, organisationId, ['owner'])
        : [];
    return arbiters.has(user.id) ? ['arbiter'] : [];
  };

  async function ofEnrolment(user: User, enrolmentId: string): Promise<readonly HeldRole[]> {
    const enrolment = await enrolments.load(enrolmentId);
    if (!enrolment) return [];
    const own = enrolment.learnerId === user.id ? (['learner'] as const) : [];
    return [...(await staffRoles(user, enrolment.cohortId)), ...own];
  }

  async function staffRoles(user: User, cohortId: string): Promise<readonly HeldRole[]> {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return [];
    const own = cohort.staff.filter(({ accountId }) => accountId === user.id);
    return heldRoles(
      user,
      cohort.organisationId,
      own.map(({ role }) => role),
    );
  }
}
