import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { unreadOf } from '../../domain/portfolio';
import { readFeedback } from '../../domain/read-feedback';
import type { Ports } from '../../ports';

export const readFeedbackRoute = route<Pick<Ports, 'portfolios'>>()({
  method: 'put',
  path: '/submissions/:submissionId/feedback-read',
  summary: 'I have read the first so many answers; one that came since stays unread',
  access: ['learner'],
  params: homeworkHttp.SubmissionParams,
  body: homeworkHttp.FeedbackReadBody,
  answers: { 200: homeworkHttp.FeedbackRead, 404: refusals('no_submission') },
  async handle({ params: { submissionId }, body }, { portfolios }) {
    const found = await portfolios.bySubmission(submissionId);
    if (!found) return refuse('no_submission');
    const outcome = await portfolios.change(found.enrolmentId, (portfolio) =>
      readFeedback(portfolio, submissionId, body.feedback),
    );
    if (isRefused(outcome)) return outcome;
    const submission = outcome.state.submissions.find(({ id }) => id === submissionId);
    if (!submission) return refuse('no_submission');
    return { submissionId, feedbackRead: submission.feedbackRead, unread: unreadOf(submission) };
  },
});
