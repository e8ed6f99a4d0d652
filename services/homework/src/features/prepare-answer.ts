import { type homeworkHttp, isRefused, refuse } from '@daka/contracts';
import type * as z from 'zod';
import { refuseClaimed } from '../domain/review-desk';
import { rubricFor, scoreBy } from '../domain/rubric';
import type { Ports } from '../ports';

type Needs = Pick<Ports, 'portfolios' | 'assignments' | 'desks' | 'clock'>;

interface Asked {
  submissionId: string;
  reviewerId: string;
  body: z.infer<typeof homeworkHttp.FeedbackBody>;
}

/** What an answer to a piece of homework comes to before anybody decides on it: whose it is, and the score by its rubric. Refused where somebody else is at it. */
export async function prepareAnswer(
  { submissionId, reviewerId, body }: Asked,
  { portfolios, assignments, desks, clock }: Needs,
) {
  const portfolio = await portfolios.bySubmission(submissionId);
  if (!portfolio) return refuse('no_submission');
  const nowMs = clock.nowMs();
  const claimed = refuseClaimed(await desks.load(portfolio.cohortId), { submissionId, reviewerId }, nowMs);
  if (claimed) return claimed;
  const { version, verdict, comment, scorePercent = null, levels = null } = body;
  const score = scoreBy(await rubricFor(portfolio, submissionId, assignments.load), { scorePercent, levels });
  if (isRefused(score)) return score;
  return { portfolio, nowMs, given: { version, verdict, comment, ...score, reviewerId } };
}
