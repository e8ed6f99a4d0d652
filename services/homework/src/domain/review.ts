import { refuse, type Refused } from '@daka/contracts';
import { latestVersion, type Feedback, type Portfolio, type PortfolioEvent } from './portfolio';

export type ReviewRefusal =
  | 'no_submission'
  | 'newer_version_exists'
  | 'unknown_version'
  | 'already_accepted'
  | 'verdict_kept'
  | 'own_work';

/** A review answers the newest version; what was accepted stays accepted; nobody reviews what they wrote. */
export function review(
  portfolio: Portfolio,
  submissionId: string,
  feedback: Feedback,
): Refused<ReviewRefusal> | PortfolioEvent[] {
  const submission = portfolio.submissions.find(({ id }) => id === submissionId);
  if (!submission) return refuse('no_submission');
  if (feedback.reviewerId === portfolio.learnerId)
    return refuse('own_work', 'A learner does not review their own homework.');
  if (submission.status === 'accepted') return refuse('already_accepted', 'The homework is accepted and done.');
  // Whoever gave it takes it back first; a verdict that a newer version overtook stands in nobody's way.
  if (submission.kept !== null && submission.kept.sayAtMs !== null)
    return refuse('verdict_kept', 'It is answered; what was answered is said in a moment.');
  const latest = latestVersion(submission).version;
  if (feedback.version < latest)
    return refuse('newer_version_exists', `Version ${latest} is there.`, { extra: { latest } });
  if (feedback.version > latest) {
    return refuse('unknown_version', `The newest version is ${latest}.`, {
      fields: [{ path: 'version', message: `the newest is ${latest}` }],
    });
  }
  return [{ type: 'reviewed', submissionId, assignmentId: submission.assignmentId, feedback }];
}
