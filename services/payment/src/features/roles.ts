import type { Role } from '@daka/contracts';
import type { User } from '@daka/service-kit';
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
    { id }: User,
    { organisationId, cohortId, enrolmentId }: Record<string, string>,
  ): Promise<readonly Role[]> {
    if (organisationId) {
      // Its cohorts tell of one that was founded before foundings were told.
      const isOwner = (await owners.ownerOf(organisationId)) === id || (await cohorts.isOwner(organisationId, id));
      return isOwner ? ['owner'] : [];
    }
    if (cohortId) {
      const staffRoles = await cohorts.staffRolesOf(cohortId, id);
      // Of a cohort that is not known here there is nothing to read.
      const isArbiter = arbiters.has(id) && (await cohorts.organisationOf(cohortId)) !== null;
      return isArbiter ? [...staffRoles, 'arbiter'] : staffRoles;
    }
    const parties = enrolmentId ? await books.partiesOf(enrolmentId) : null;
    if (parties === null) return [];
    // Learners look by the thousand; whether one is also staff may be a second old.
    if (parties.learnerId === id) return ['learner', ...(await cohorts.recentStaffRolesOf(parties.cohortId, id))];
    return cohorts.staffRolesOf(parties.cohortId, id);
  };
}
