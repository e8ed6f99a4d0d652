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

/** A day of the learner is done, free again or excused; homework whose check-in was rejected, or counts again, is told so. */
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
  { day, state, sinceMs }: { day: PlainDate; state: 'done' | 'free' | 'excused'; sinceMs: number },
): PortfolioEvent[] {
  if (counts?.day !== day) return [];
  if (state === 'free' && counts.status === 'counted')
    return [{ type: 'judged', submissionId, counts: { status: 'none', why: 'rejected', day } }];
  if (state === 'done' && counts.status === 'none')
    return [{ type: 'judged', submissionId, counts: { status: 'counted', day, atMs: sinceMs } }];
  return [];
}
