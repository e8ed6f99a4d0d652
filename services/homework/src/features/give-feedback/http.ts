import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { review } from '../../domain/review';
import { refuseClaimed } from '../../domain/review-desk';
import { rubricFor, scoreBy } from '../../domain/rubric';
import type { Ports } from '../../ports';
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
  async handle({ params, body, user }, { portfolios, assignments, desks, clock }) {
    const { submissionId } = params;
    const found = await portfolios.bySubmission(submissionId);
    if (!found) return refuse('no_submission');
    const nowMs = clock.nowMs();
    const claimed = refuseClaimed(await desks.load(found.cohortId), { submissionId, reviewerId: user.id }, nowMs);
    if (claimed) return claimed;
    const { version, verdict, comment, scorePercent = null, levels = null } = body;
    const score = scoreBy(await rubricFor(found, submissionId, assignments.load), { scorePercent, levels });
    if (isRefused(score)) return score;
    const by = { reviewerId: user.id, reviewedAtMs: nowMs, corrections: [] };
    const feedback = { version, verdict, comment, ...score, ...by };
    const outcome = await portfolios.change(found.enrolmentId, (portfolio) =>
      review(portfolio ?? found, submissionId, feedback),
    );
    if (isRefused(outcome)) return outcome;
    const submission = outcome.state.submissions.find(({ id }) => id === submissionId);
    return submission ? presentSubmission(found.enrolmentId, submission) : refuse('no_submission');
  },
});
