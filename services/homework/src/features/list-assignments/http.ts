import { homeworkHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { presentAssignment, presentHistory, type Reader } from '../present/assignment';

type Needs = Pick<Ports, 'assignments' | 'portfolios' | 'cohorts' | 'clock'>;

export const listAssignmentsRoute = route<Needs>()({
  method: 'get',
  path: '/cohorts/:cohortId/assignments',
  summary: 'The homework of a cohort, by due date; for a learner with what it counts for',
  access: ['learner', 'instructor', 'class_head', 'owner', 'committee'],
  params: homeworkHttp.CohortParams,
  answers: { 200: homeworkHttp.Assignments },
  async handle({ params: { cohortId }, user }, ports) {
    const [found, reader] = await Promise.all([
      ports.assignments.ofCohort(cohortId),
      readerOf(ports, user.id, cohortId),
    ]);
    return { items: found.map((assignment) => presentAssignment(assignment, reader)) };
  },
});

export const showAssignmentRoute = route<Needs>()({
  method: 'get',
  path: '/assignments/:assignmentId',
  summary: 'One piece of homework; for a learner with what it counts for',
  access: ['learner', 'instructor', 'class_head', 'owner', 'committee'],
  params: homeworkHttp.AssignmentParams,
  answers: { 200: homeworkHttp.AssignmentWithHistory, 404: refusals('no_assignment') },
  async handle({ params: { assignmentId }, user }, ports) {
    const assignment = await ports.assignments.load(assignmentId);
    if (!assignment) return refuse('no_assignment');
    return presentHistory(assignment, await readerOf(ports, user.id, assignment.cohortId));
  },
});

async function readerOf(
  { portfolios, cohorts, clock }: Needs,
  learnerId: string,
  cohortId: string,
): Promise<Reader | null> {
  const portfolio = await portfolios.ofLearner(learnerId, cohortId);
  return portfolio && { portfolio, cohort: await cohorts.load(cohortId), nowMs: clock.nowMs() };
}
