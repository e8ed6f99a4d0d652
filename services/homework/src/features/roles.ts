import type { Role } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { Ports } from '../ports';

type Params = Record<string, string>;

/** What a caller is in the cohort that the path speaks of, directly or through an assignment, a submission or an enrolment. */
export function createRolesOf({
  cohorts,
  assignments,
  portfolios,
}: Pick<Ports, 'cohorts' | 'assignments' | 'portfolios'>) {
  return async (user: User, params: Params): Promise<readonly Role[]> => {
    const { enrolmentId, submissionId, assignmentId } = params;
    if (enrolmentId) return ofPortfolio(user, await portfolios.load(enrolmentId));
    if (submissionId) return ofPortfolio(user, await portfolios.bySubmission(submissionId));
    const cohortId = assignmentId ? (await assignments.load(assignmentId))?.cohortId : params.cohortId;
    if (!cohortId) return [];
    const learner = await portfolios.ofLearner(user.id, cohortId);
    return [...(await staffRoles(user, cohortId)), ...(learner ? (['learner'] as const) : [])];
  };

  async function ofPortfolio(
    user: User,
    portfolio: { learnerId: string; cohortId: string } | null,
  ): Promise<readonly Role[]> {
    if (!portfolio) return [];
    const own = portfolio.learnerId === user.id ? (['learner'] as const) : [];
    return [...(await staffRoles(user, portfolio.cohortId)), ...own];
  }

  async function staffRoles(user: User, cohortId: string): Promise<Role[]> {
    const cohort = await cohorts.load(cohortId);
    return (cohort?.staff ?? []).filter(({ accountId }) => accountId === user.id).map(({ role }) => role);
  }
}
