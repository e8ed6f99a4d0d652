import { homeworkHttp, isRefused } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { setAssignment } from '../../domain/assignment';
import type { Ports } from '../../ports';
import { presentAssignment, presentHistory, textOf } from '../present/assignment';
import type { CorrectAssignment } from './handler';

const cannotCount = refusals(
  'day_not_in_plan',
  'day_not_required',
  'day_is_past',
  'due_after_close',
  'cohort_takes_none',
  'bad_rubric',
);

export const setAssignmentRoute = route<Pick<Ports, 'assignments' | 'cohorts' | 'clock' | 'newId'>>()({
  method: 'post',
  path: '/cohorts/:cohortId/assignments',
  summary: 'Give a cohort a piece of homework with a due date; one for a day is due before that day closes',
  access: ['instructor', 'class_head', 'owner'],
  idempotent: true,
  params: homeworkHttp.CohortParams,
  body: homeworkHttp.AssignmentBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: { 201: homeworkHttp.Assignment, 409: refusals('cohort_cancelled', 'cohort_settled'), 422: cannotCount },
  async handle({ params: { cohortId }, body, user }, { assignments, cohorts, clock, newId }) {
    const cohort = await cohorts.load(cohortId);
    const set = { setBy: user.id, setAtMs: clock.nowMs(), corrections: [], workBegun: false };
    const assignment = { id: newId(), cohortId, ...textOf(body), ...set };
    const outcome = await assignments.change(assignment.id, () => setAssignment(cohort, assignment));
    return isRefused(outcome) ? outcome : presentAssignment(outcome.state, null);
  },
});

export const correctAssignmentRoute = route<{ correctAssignment: CorrectAssignment }>()({
  method: 'put',
  path: '/assignments/:assignmentId',
  summary: 'Correct a piece of homework, with a reason; what it said before stays to be seen',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.AssignmentParams,
  body: homeworkHttp.AssignmentCorrectionBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: {
    200: homeworkHttp.AssignmentWithHistory,
    404: refusals('no_assignment'),
    409: refusals('cohort_cancelled', 'cohort_settled', 'day_has_work', 'rubric_frozen', 'too_many_corrections'),
    422: cannotCount,
  },
  async handle({ params: { assignmentId }, body, user }, { correctAssignment }) {
    const order = { assignmentId, now: textOf(body), reason: body.reason, correctedBy: user.id };
    const outcome = await correctAssignment(order);
    return isRefused(outcome) ? outcome : presentHistory(outcome.state, null);
  },
});
