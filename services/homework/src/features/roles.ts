import { type HeldRole, heldRoles, type User } from '@daka/service-kit';
import type { Cohort } from '../domain/cohort';
import type { Ports } from '../ports';

type Params = Record<string, string>;

/** What a caller is in the cohort that the path speaks of, directly or through an assignment, a submission or an enrolment. */
export function createRolesOf({
  cohorts,
  assignments,
  portfolios,
}: Pick<Ports, 'cohorts' | 'assignments' | 'portfolios'>) {
  return async (user: User, params: Params): Promise<readonly HeldRole[]> => {
    const { enrolmentId, submissionId, assignmentId } = params;
    if (enrolmentId) return ofPortfolio(user, await portfolios.partiesOf(enrolmentId));
    if (submissionId) return ofPortfolio(user, await portfolios.bySubmission(submissionId));
    const cohortId = assignmentId ? (await assignments.load(assignmentId))?.cohortId : params.cohortId;
    if (!cohortId) return [];
    const learner = await portfolios.ofLearner(user.id, cohortId);
    return [...(await staffRoles(user, cohortId)), ...(learner ? (['learner'] as const) : [])];
  };

  async function ofPortfolio(
    user: User,
    portfolio: { learnerId: string; cohortId: string } | null,
  ): Promise<readonly HeldRole[]> {
    if (!portfolio) return [];
    // Learners look by the thousand; whether one is also staff may be a second old.
    if (portfolio.learnerId === user.id)
      return ['learner', ...rolesIn(await cohorts.loadRecent(portfolio.cohortId), user)];
    return staffRoles(user, portfolio.cohortId);
  }

  async function staffRoles(user: User, cohortId: string): Promise<readonly HeldRole[]> {
    return rolesIn(await cohorts.load(cohortId), user);
  }
}

function rolesIn(cohort: Cohort | null, user: User): readonly HeldRole[] {
  const own = (cohort?.staff ?? []).filter(({ accountId }) => accountId === user.id);
  return heldRoles(
    user,
    cohort?.organisationId ?? null,
    own.map(({ role }) => role),
  );
}
