import type { PlainDate } from '@daka/rules';
import type { Counts } from './counts';
import type { Portfolio, PortfolioEvent } from './portfolio';

/** Check-in has said what a piece of homework counts for. What counts already stays: a later version of it finds its own day done. */
export function takeVerdict(portfolio: Portfolio | null, submissionId: string, counts: Counts): PortfolioEvent[] {
  const submission = portfolio?.submissions.find(({ id }) => id === submissionId);
  if (!submission) return [];
  const isItself = counts.status === 'none' && counts.why === 'already_checked_in';
  if (isItself && submission.counts?.status === 'counted') return [];
  return [{ type: 'judged', submissionId, counts }];
}

/**
 * A day of the learner is done, free again or excused; homework whose check-in was rejected is told so. That it counts again is a verdict:
 * a day that is done may be done by something else.
 */
export function takeDay(
  portfolio: Portfolio | null,
  change: { day: PlainDate; state: 'done' | 'free' | 'excused'; sinceMs: number },
): PortfolioEvent[] {
  if (!portfolio) return [];
  const changed: PortfolioEvent = { type: 'day-changed', ...change };
  return [changed, ...portfolio.submissions.flatMap(({ id, counts }) => after(id, counts, change))];
}

function after(
  submissionId: string,
  counts: Counts | null,
  { day, state }: { day: PlainDate; state: 'done' | 'free' | 'excused' },
): PortfolioEvent[] {
  return counts?.day === day && state === 'free' && counts.status === 'counted'
    ? [{ type: 'judged', submissionId, counts: { status: 'none', why: 'rejected', day } }]
    : [];
}
