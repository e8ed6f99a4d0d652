import { type Refused, refuse } from '@daka/contracts';
import { isEscalated, upholding } from './appeals';
import { type Authority, refuseAppointedLate } from './authority';
import type { Appeal, Calendar, Enrolment, Run, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { evolveRunAll } from './evolve';
import { unannouncedChanges } from './announce';
import { isOverdue, waitsSinceMs } from './waiting-requests';

type AppealAnswered = Extract<RunEvent, { type: 'appeal-answered' }>;

export type AppealAnswerRefusal =
  | 'not_found'
  | 'already_decided'
  | 'own_request'
  | 'own_decision'
  | 'appointed_late'
  | 'with_the_arbiter'
  | 'cohort_settled'
  | 'enrolment_closed';

/**
 * Somebody other than the learner and the decider answers with a reason: staff from before the first deposit was paid, or the platform's arbiter,
 * who alone answers what was taken to them. Upheld, what it earns is announced at once.
 */
export function answerAppeal(
  calendar: Calendar | null,
  {
    authority,
    ...answer
  }: {
    appealId: string;
    decision: 'upheld' | 'dismissed';
    reason: string;
    answeredBy: string;
    answeredAtMs: number;
    authority: Authority;
  },
): Refused<AppealAnswerRefusal> | RunEvent[] {
  const appeal =
    calendar === null || calendar.status === 'waiting'
      ? undefined
      : calendar.run?.appeals.find(({ appealId }) => appealId === answer.appealId);
  if (calendar === null || appeal === undefined) return refuse('not_found', 'There is no such appeal.');
  const { answeredAtMs, decision } = answer;
  if (appeal.answer !== null) return refuse('already_decided', 'The appeal is already answered.');
  const notAllowed = refuseToAnswer(calendar.enrolment, appeal, answer.answeredBy, authority);
  if (notAllowed !== null) return notAllowed;
  if (calendar.status === 'cancelled')
    return refuse('enrolment_closed', 'The enrolment is cancelled: everything goes back.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.status === 'waiting') throw new Error('an appeal before admission');
  if (isOverdue(calendar.run, { sinceMs: waitsSinceMs(appeal) }, answeredAtMs))
    return refuse('already_decided', 'The time to answer is over: the appeal is granted by the rule.');

  const answeredAs = isEscalated(appeal) || !authority.isStaffInTime ? 'arbiter' : 'staff';
  const { reason, answeredBy } = answer;
  return answering(calendar.run, appeal, { decision, reason, answeredBy, answeredAtMs, answeredAs });
}

/** What an answer comes to, by whomever or by the rule: what it earns is announced at once. */
export function answering(
  before: Run,
  appeal: Appeal,
  answer: Pick<AppealAnswered, 'decision' | 'reason' | 'answeredBy' | 'answeredAtMs' | 'answeredAs'>,
): RunEvent[] {
  const closed = closeDays(before, answer.answeredAtMs);
  const run = evolveRunAll(before, closed);
  const effects = answer.decision === 'upheld' ? upholding(run, appeal, answer.answeredAtMs) : [];
  const excusedDays = effects.flatMap((event) => (event.type === 'day-excused' ? [event.day] : []));
  const { appealId, subject, frozenMinor } = appeal;
  const answered: RunEvent = { type: 'appeal-answered', appealId, ...answer, subject, frozenMinor, excusedDays };
  const changes = unannouncedChanges(evolveRunAll(run, [answered, ...effects]), answer.answeredAtMs);
  return [...closed, answered, ...effects, ...changes];
}

function refuseToAnswer(
  { learnerId }: Enrolment,
  appeal: Appeal,
  answeredBy: string,
  authority: Authority,
): Refused<'own_request' | 'own_decision' | 'appointed_late' | 'with_the_arbiter'> | null {
  if (learnerId === answeredBy) return refuse('own_request', 'Nobody answers their own appeal.');
  const deciders = [appeal.against.decidedBy, appeal.escalation?.dismissal.answeredBy];
  if (deciders.includes(answeredBy))
    return refuse('own_decision', 'Somebody else than who decided answers the appeal.');
  if (isEscalated(appeal) && !authority.isArbiter)
    return refuse('with_the_arbiter', "The appeal was taken to the platform's arbiter, who alone answers it.");
  return refuseAppointedLate(authority);
}
