import { homeworkHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { setAssignment } from '../../domain/assignment';
import type { Ports } from '../ports';
import { presentAssignment } from '../present';

export const setAssignmentRoute = route<Ports>()({
  method: 'post',
  path: '/cohorts/:cohortId/assignments',
  summary: 'Give a cohort a piece of homework with a due date',
  access: ['instructor', 'class_head', 'owner'],
  idempotent: true,
  params: homeworkHttp.CohortParams,
  body: homeworkHttp.AssignmentBody,
  answers: { 201: homeworkHttp.Assignment, 422: refusals('day_not_in_plan') },
  async handle({ params, body, user }, { assignments, cohorts, clock, newId }) {
    const cohort = await cohorts.load(params.cohortId);
    const assignment = {
      id: newId(),
      cohortId: params.cohortId,
      title: body.title,
      instructions: body.instructions,
      dueAtMs: Date.parse(body.dueAt),
      day: body.day ?? null,
      weightPercent: body.weightPercent ?? null,
      setBy: user.id,
      setAtMs: clock.nowMs(),
    };
    const outcome = await assignments.change(assignment.id, () => setAssignment(cohort?.planDays ?? [], assignment));
    return isRefused(outcome) ? outcome : presentAssignment(outcome.state);
  },
});
