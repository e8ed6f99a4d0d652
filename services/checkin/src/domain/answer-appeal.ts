import { type Refused, refuse } from '@daka/contracts';
import { upholding } from './appeals';
import type { Calendar, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { evolveRunAll } from './evolve';
import { standingChanges } from './standing';

export type AppealAnswerRefusal = 'not_found' | 'already_decided' | 'own_request' | 'own_decision' | 'cohort_settled' | 'enrolment_closed';

/** Somebody other than the learner and the decider answers with a reason; upheld, what it earns is announced at once. */
export function answerAppeal(
  calendar: Calendar | null,
  answer: { appealId: string; decision: 'upheld' | 'dismissed'; reason: string; answeredBy: string; answeredAtMs: number },
): Refused<AppealAnswerRefusal> | RunEvent[] {
  const appeal = calendar === null || calendar.status === 'waiting' ? undefined : calendar.run?.appeals?.find(({ appealId }) => appealId === answer.appealId);
  if (calendar === null || appeal === undefined) return refuse('not_found', 'There is no such appeal.');
  const { answeredBy, answeredAtMs, decision } = answer;
  if (appeal.answer !== null) return refuse('already_decided', 'The appeal is already answered.');
  if (calendar.enrolment.learnerId === answeredBy) return refuse('own_request', 'Nobody answers their own appeal.');
  if (appeal.against.decidedBy === answeredBy) return refuse('own_decision', 'Somebody else than who decided answers the appeal.');
  if (calendar.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled: everything goes back.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.status === 'waiting') throw new Error('an appeal before admission');

  const closed = closeDays(calendar.run, answeredAtMs);
  const run = evolveRunAll(calendar.run, closed);
  const effects = decision === 'upheld' ? upholding(run, appeal, answeredAtMs) : [];
  const excusedDays = effects.flatMap((event) => (event.type === 'day-excused' ? [event.day] : []));
  const { subject, frozenMinor } = appeal;
  const answered: RunEvent = { type: 'appeal-answered', ...answer, subject, frozenMinor, excusedDays };
  return [...closed, answered, ...effects, ...standingChanges(evolveRunAll(run, [answered, ...effects]), answeredAtMs)];
}
