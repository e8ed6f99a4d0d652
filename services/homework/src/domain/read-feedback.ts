import { refuse, type Refused } from '@daka/contracts';
import type { Portfolio, PortfolioEvent } from './portfolio';

/** The learner has read the first so many answers; what was read stays read, and what came since stays unread. */
export function readFeedback(
  portfolio: Portfolio | null,
  submissionId: string,
  shown: number,
): Refused<'no_submission'> | PortfolioEvent[] {
  const submission = portfolio?.submissions.find(({ id }) => id === submissionId);
  if (!submission) return refuse('no_submission');
  const feedbackRead = Math.min(shown, submission.feedback.length);
  return feedbackRead > submission.feedbackRead ? [{ type: 'feedback-read', submissionId, feedbackRead }] : [];
}
