import { refuse, type Refused } from '@daka/contracts';
import type { Portfolio, PortfolioEvent, ScoreCorrection } from './portfolio';
import type { Score } from './rubric';

const MAX_CORRECTIONS = 20;

export type ScoreRefusal = 'no_submission' | 'no_feedback' | 'own_work' | 'not_your_feedback' | 'too_many_corrections';

/** Who mistyped a score, or somebody above them, puts it right with a reason; what it was stays to be seen. `number`: of the answer, from 1. */
export function correctScore(
  portfolio: Portfolio | null,
  {
    submissionId,
    number,
    scorePercent,
    reached,
    isHead,
    ...by
  }: Omit<ScoreCorrection, keyof Score> &
    Score & {
      submissionId: string;
      number: number;
      /** Owners and class heads may correct what others gave. */
      isHead: boolean;
    },
): Refused<ScoreRefusal> | PortfolioEvent[] {
  const submission = portfolio?.submissions.find(({ id }) => id === submissionId);
  if (!portfolio || !submission) return refuse('no_submission');
  const feedback = submission.feedback[number - 1];
  if (!feedback) return refuse('no_feedback', `There are ${submission.feedback.length} answers.`);
  if (portfolio.learnerId === by.correctedBy) return refuse('own_work', 'Nobody scores their own homework.');
  if (!isHead && feedback.reviewerId !== by.correctedBy)
    return refuse('not_your_feedback', 'Whoever gave the score corrects it, or a class head or the owner.');
  if (feedback.scorePercent === scorePercent && isSameReached(feedback.reached, reached)) return [];
  if (feedback.corrections.length >= MAX_CORRECTIONS)
    return refuse('too_many_corrections', `At most ${MAX_CORRECTIONS} corrections.`);
  const correction = { scorePercent: feedback.scorePercent, reached: feedback.reached, ...by };
  return [{ type: 'score-corrected', submissionId, number, scorePercent, reached, correction }];
}

/** Of one rubric, which stays as it is once there is work. */
function isSameReached(one: Score['reached'], other: Score['reached']): boolean {
  return (one?.map(({ points }) => points).join() ?? null) === (other?.map(({ points }) => points).join() ?? null);
}
