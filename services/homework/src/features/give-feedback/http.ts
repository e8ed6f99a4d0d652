import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { review } from '../../domain/review';
import type { Ports } from '../../ports';
import { prepareAnswer } from '../prepare-answer';
import { presentSubmission } from '../present/submission';

export const giveFeedbackRoute = route<Ports>()({
  method: 'post',
  path: '/submissions/:submissionId/feedback',
  summary:
    'Comment, score, accept or ask for changes; it is said at once (see `verdict` for one that can be taken back)',
  access: ['instructor', 'class_head', 'owner'],
  idempotent: true,
  params: homeworkHttp.SubmissionParams,
  body: homeworkHttp.FeedbackBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: {
    201: homeworkHttp.Submission,
    403: refusals('own_work'),
    404: refusals('no_submission'),
    409: refusals('newer_version_exists', 'already_accepted', 'verdict_kept', 'claimed_by_other'),
    422: refusals('unknown_version', 'score_by_rubric', 'no_rubric', 'levels_do_not_fit'),
  },
  async handle({ params, body, user }, ports) {
    const { submissionId } = params;
    const prepared = await prepareAnswer({ submissionId, reviewerId: user.id, body }, ports);
    if (isRefused(prepared)) return prepared;
    const { portfolio: found, given, nowMs } = prepared;
    const feedback = { ...given, reviewedAtMs: nowMs, corrections: [] };
    const outcome = await ports.portfolios.change(found.enrolmentId, (portfolio) =>
      review(portfolio ?? found, submissionId, feedback),
    );
    if (isRefused(outcome)) return outcome;
    const submission = outcome.state.submissions.find(({ id }) => id === submissionId);
    return submission ? presentSubmission(found.enrolmentId, submission) : refuse('no_submission');
  },
});
