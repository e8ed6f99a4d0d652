import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { review } from '../../domain/review';
import { refuseClaimed } from '../../domain/review-desk';
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
    422: refusals('unknown_version'),
  },
  async handle({ params, body, user }, { portfolios, desks, clock }) {
    const { submissionId } = params;
    const found = await portfolios.bySubmission(submissionId);
    if (!found) return refuse('no_submission');
    const nowMs = clock.nowMs();
    const claimed = refuseClaimed(await desks.load(found.cohortId), { submissionId, reviewerId: user.id }, nowMs);
    if (claimed) return claimed;
    const feedback = {
      ...body,
      scorePercent: body.scorePercent ?? null,
      reviewerId: user.id,
      reviewedAtMs: nowMs,
      corrections: [],
    };
    const outcome = await portfolios.change(found.enrolmentId, (portfolio) =>
      review(portfolio ?? found, submissionId, feedback),
    );
    if (isRefused(outcome)) return outcome;
    const submission = outcome.state.submissions.find(({ id }) => id === submissionId);
    return submission ? presentSubmission(found.enrolmentId, submission) : refuse('no_submission');
  },
});
