import { type Refused, iso, refuse } from '@daka/contracts';
import { amountInQuestionMinor } from './appeals';
import type { Calendar, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { escalatesUntilMs } from './escalation';
import { evolveRunAll } from './evolve';

export type EscalationRefusal =
  | 'not_found'
  | 'not_dismissed'
  | 'already_escalated'
  | 'answer_is_final'
  | 'appeal_window_closed'
  | 'cohort_settled'
  | 'enrolment_closed';

/** A learner takes a dismissal by staff to the platform's arbiter, once and within `appealDays` of it; the amount in question is frozen again. */
export function escalateAppeal(
  calendar: Calendar | null,
  { appealDays, ...escalated }: { appealId: string; reason: string; escalatedAtMs: number; appealDays: number },
): Refused<EscalationRefusal> | RunEvent[] {
  const appeal =
    calendar === null || calendar.status === 'waiting'
      ? undefined
      : calendar.run?.appeals.find(({ appealId }) => appealId === escalated.appealId);
  if (calendar === null || appeal === undefined) return refuse('not_found', 'There is no such appeal.');
  if (appeal.escalation !== undefined) return refuse('already_escalated', 'This was taken to the arbiter already.');
  if (appeal.answer?.decision !== 'dismissed')
    return refuse('not_dismissed', 'Only a dismissal can be taken to the arbiter.');
  const untilMs = escalatesUntilMs(appeal, appealDays);
  if (untilMs === null) return refuse('answer_is_final', 'The arbiter has answered, and that ends it.');
  if (calendar.status === 'cancelled')
    return refuse('enrolment_closed', 'The enrolment is cancelled: everything goes back.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.status === 'waiting') throw new Error('an appeal before admission');
  const { escalatedAtMs } = escalated;
  if (escalatedAtMs >= untilMs) {
    const closedAt = iso(untilMs);
    const why = `The arbiter could be asked for ${appealDays} days, until ${closedAt}.`;
    return refuse('appeal_window_closed', why, { extra: { closedAt } });
  }
  const closed = closeDays(calendar.run, escalatedAtMs);
  const frozenMinor = amountInQuestionMinor(evolveRunAll(calendar.run, closed), appeal, escalatedAtMs);
  return [...closed, { type: 'appeal-escalated', ...escalated, subject: appeal.subject, frozenMinor }];
}
