import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { correctScore } from '../../domain/correct-score';
import { rubricFor, scoreBy } from '../../domain/rubric';
import type { Ports } from '../../ports';
import { presentSubmission } from '../present/submission';

export const correctScoreRoute = route<Pick<Ports, 'portfolios' | 'assignments' | 'cohorts' | 'clock'>>()({
  method: 'put',
  path: '/submissions/:submissionId/feedback/:number/score',
  summary:
    'Put a mistyped score right, with a reason; the answers are counted from 1, and what the score was stays to be seen',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.FeedbackParams,
  body: homeworkHttp.ScoreBody,
  answers: {
    200: homeworkHttp.Submission,
    403: refusals('own_work', 'not_your_feedback'),
    404: refusals('no_submission', 'no_feedback'),
    409: refusals('too_many_corrections'),
    422: refusals('score_by_rubric', 'no_rubric', 'levels_do_not_fit'),
  },
  async handle({ params: { submissionId, number }, body, user }, { portfolios, assignments, cohorts, clock }) {
    const found = await portfolios.bySubmission(submissionId);
    if (!found) return refuse('no_submission');
    const staff = (await cohorts.load(found.cohortId))?.staff ?? [];
    const isHead = staff.some(
      ({ accountId, role }) => accountId === user.id && (role === 'owner' || role === 'class_head'),
    );
    const { reason, scorePercent, levels = null } = body;
    const score = scoreBy(await rubricFor(found, submissionId, assignments.load), { scorePercent, levels });
    if (isRefused(score)) return score;
    const by = { reason, isHead, correctedBy: user.id, correctedAtMs: clock.nowMs() };
    const correction = { submissionId, number, ...score, ...by };
    const outcome = await portfolios.change(found.enrolmentId, (portfolio) => correctScore(portfolio, correction));
    if (isRefused(outcome)) return outcome;
    const submission = outcome.state.submissions.find(({ id }) => id === submissionId);
    return submission ? presentSubmission(found.enrolmentId, submission) : refuse('no_submission');
  },
});
