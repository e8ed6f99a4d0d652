import { homeworkHttp } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../ports';
import { presentAssignment } from '../present';

export const listAssignmentsRoute = route<Ports>()({
  method: 'get',
  path: '/cohorts/:cohortId/assignments',
  summary: 'The homework of a cohort, by due date',
  access: ['learner', 'instructor', 'class_head', 'owner', 'committee'],
  params: homeworkHttp.CohortParams,
  answers: { 200: homeworkHttp.Assignments },
  async handle({ params }, { assignments }) {
    return { items: (await assignments.ofCohort(params.cohortId)).map(presentAssignment) };
  },
});
