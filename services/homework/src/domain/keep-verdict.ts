import { isRefused, refuse, type Refused } from '@daka/contracts';
import type { Feedback, KeptVerdict, Portfolio, PortfolioEvent } from './portfolio';
import { review, type ReviewRefusal } from './review';

/** So long a verdict may be taken back; nothing is said before. */
export const UNDO_MS = 10_000;

/** Keeps a verdict back. What a review may not say is not kept either. `feedback.reviewedAtMs`: the instant at which it will be said. */
export function keepVerdict(
  portfolio: Portfolio,
  submissionId: string,
  given: Omit<Feedback, 'reviewedAtMs' | 'corrections'>,
  nowMs: number,
): Refused<ReviewRefusal> | PortfolioEvent[] {
  const sayAtMs = nowMs + UNDO_MS;
  const feedback = { ...given, reviewedAtMs: sayAtMs, corrections: [] };
  const allowed = review(portfolio, submissionId, feedback);
  return isRefused(allowed) ? allowed : [{ type: 'verdict-kept', submissionId, feedback, sayAtMs }];
}

export type UndoRefusal = 'no_submission' | 'no_verdict' | 'not_your_feedback' | 'already_said';

/** Takes a verdict back, as if it had not been given. From the instant on at which it is due it stands, whether or not it is said already. */
export function takeVerdictBack(
  portfolio: Portfolio | null,
  submissionId: string,
  reviewerId: string,
  nowMs: number,
): Refused<UndoRefusal> | PortfolioEvent[] {
  const submission = portfolio?.submissions.find(({ id }) => id === submissionId);
  if (!submission) return refuse('no_submission');
  const { kept, feedback } = submission;
  if (kept === null) {
    const wasSaid = feedback.at(-1)?.reviewerId === reviewerId && submission.status !== 'submitted';
    return wasSaid ? refuse('already_said', 'The learner has been told.') : refuse('no_verdict', 'None is kept back.');
  }
  if (kept.feedback.reviewerId !== reviewerId)
    return refuse('not_your_feedback', 'Whoever gave a verdict takes it back.');
  if (isDue(kept, nowMs)) return refuse('already_said', 'It is being said.');
  return [{ type: 'verdict-taken-back', submissionId }];
}

/** Says what is due. It is decided on the document that keeps it, so it is said once, also after a crash of any length. */
export function sayVerdicts(portfolio: Portfolio | null, nowMs: number): PortfolioEvent[] {
  return (portfolio?.submissions ?? []).flatMap(({ id, assignmentId, kept }): PortfolioEvent[] =>
    kept !== null && isDue(kept, nowMs)
      ? [{ type: 'reviewed', submissionId: id, assignmentId, feedback: kept.feedback }]
      : [],
  );
}

function isDue({ sayAtMs }: KeptVerdict, nowMs: number): boolean {
  return sayAtMs !== null && nowMs >= sayAtMs;
}
