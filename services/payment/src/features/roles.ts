import type { Role } from '@daka/contracts';
import { type HeldRole, heldRoles, type User } from '@daka/service-kit';
import type { Ports } from '../ports';

type Needs = {
  books: Pick<Ports['books'], 'partiesOf'>;
  owners: Pick<Ports['owners'], 'ownerOf'>;
  arbiters: Ports['arbiters'];
  cohorts: Pick<Ports['cohorts'], 'isOwner' | 'organisationOf' | 'staffRolesOf' | 'recentStaffRolesOf'>;
};

/** Who somebody is on the organisation, cohort or enrolment in the path. */
export function createRolesOf({ books, cohorts, owners, arbiters }: Needs) {
  return async function rolesOf(
    user: User,
    { organisationId, cohortId, enrolmentId }: Record<string, string>,
  ): Promise<readonly HeldRole[]> {
    const { id } = user;
    if (organisationId) {
      // Its cohorts tell of one that was founded before foundings were told.
      const isOwner = (await owners.ownerOf(organisationId)) === id || (await cohorts.isOwner(organisationId, id));
      return isOwner ? heldRoles(user, organisationId, ['owner']) : [];
    }
    if (cohortId) {
      const staffRoles = await staffRolesOf(user, cohortId, await cohorts.staffRolesOf(cohortId, id));
      // Of a cohort that is not known here there is nothing to read.
      const isArbiter = arbiters.has(id) && (await cohorts.organisationOf(cohortId)) !== null;
      return isArbiter ? [...staffRoles, 'arbiter'] : staffRoles;
    }
    const parties = enrolmentId ? await books.partiesOf(enrolmentId) : null;
    if (parties === null) return [];
    // Learners look by the thousand; whether one is also staff may be a second old.
    if (parties.learnerId === id)
      return [
        'learner',
        ...(await staffRolesOf(user, parties.cohortId, await cohorts.recentStaffRolesOf(parties.cohortId, id))),
      ];
    return staffRolesOf(user, parties.cohortId, await cohorts.staffRolesOf(parties.cohortId, id));
  };

  async function staffRolesOf(user: User, cohortId: string, roles: readonly Role[]): Promise<readonly HeldRole[]> {
    // Learners look by the thousand, and few of them work there.
    return roles.length === 0 ? roles : heldRoles(user, await cohorts.organisationOf(cohortId), roles);
  }
}
