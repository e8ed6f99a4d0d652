import { type Refused, iso, refuse } from '@daka/contracts';
import { amountInQuestionMinor } from './appeals';
import type { Appeal, Calendar, Run, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { appealsEndMs } from './cohort';
import { counts, evolveRunAll } from './evolve';

type Wish = { kind: 'rejected_entry'; day: string } | { kind: 'removal' };
type Decided = Pick<Appeal, 'subject' | 'against'>;
type NothingToAppeal = 'not_rejected' | 'not_removed' | 'already_checked_in' | 'enrolment_closed';

export type AppealRefusal =
  | 'not_admitted'
  | 'cohort_settled'
  | 'already_appealed'
  | 'appeal_window_closed'
  | NothingToAppeal;

/** A learner appeals a rejection or their removal within `appealDays` of it; the amount in question is frozen from here on. */
export function openAppeal(
  calendar: Calendar | null,
  {
    subject,
    appealDays,
    ...request
  }: { appealId: string; subject: Wish; reason: string; openedAtMs: number; appealDays: number },
): Refused<AppealRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting')
    return refuse('not_admitted', 'The enrolment is not admitted yet.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.status === 'cancelled')
    return refuse('enrolment_closed', 'The enrolment is cancelled: everything goes back.');
  const { openedAtMs } = request;
  const closed = closeDays(calendar.run, openedAtMs);
  const run = evolveRunAll(calendar.run, closed);

  const decided = subject.kind === 'removal' ? removalOf(run) : rejectionOf(run, subject.day);
  if ('refused' in decided) return decided;
  const { appeals } = run;
  if (appeals.some((appeal) => isSame(appeal, decided)))
    return refuse('already_appealed', 'This decision is appealed already.');
  const closesAtMs = appealsEndMs(decided.against.decidedAtMs, appealDays);
  if (closesAtMs === null || openedAtMs >= closesAtMs) return windowClosed(decided.against.decidedAtMs, appealDays);

  return [
    ...closed,
    { type: 'appeal-opened', ...request, ...decided, frozenMinor: amountInQuestionMinor(run, decided, openedAtMs) },
  ];
}

function rejectionOf({ entries }: Run, day: string): Refused<NothingToAppeal> | Decided {
  const rejection = entries.findLast((entry) => entry.day === day && entry.rejected === true)?.rejection;
  const fields = { fields: [{ path: 'subject.day', message: day }] };
  if (rejection === undefined) return refuse('not_rejected', `No check-in for ${day} was rejected.`, fields);
  if (entries.some((entry) => counts(entry, day))) return refuse('already_checked_in', `${day} is done again.`, fields);
  const { reason, rejectedBy, rejectedAtMs } = rejection;
  return {
    subject: { kind: 'rejected_entry', day },
    against: { reason, decidedBy: rejectedBy, decidedAtMs: rejectedAtMs },
  };
}

function removalOf({
  announced: { removedOn },
  removedAtMs,
  byHand,
  withdrawn,
}: Run): Refused<NothingToAppeal> | Decided {
  if (withdrawn) return refuse('enrolment_closed', 'The learner has left the cohort.');
  if (removedOn === null || removedAtMs === null) return refuse('not_removed', 'The learner is not removed.');
  const against =
    byHand === undefined
      ? { reason: null, decidedBy: null, decidedAtMs: removedAtMs }
      : { reason: byHand.reason, decidedBy: byHand.removedBy, decidedAtMs: byHand.removedAtMs };
  return { subject: { kind: 'removal', removedOn }, against };
}

function isSame(appeal: Decided, { subject, against }: Decided): boolean {
  const days = [appeal.subject, subject].map((one) => (one.kind === 'removal' ? one.removedOn : one.day));
  return (
    appeal.subject.kind === subject.kind && days[0] === days[1] && appeal.against.decidedAtMs === against.decidedAtMs
  );
}

function windowClosed(decidedAtMs: number, appealDays: number): Refused<'appeal_window_closed'> {
  const closedAt = iso(appealsEndMs(decidedAtMs, appealDays) ?? decidedAtMs);
  return refuse('appeal_window_closed', `An appeal was possible for ${appealDays} days, until ${closedAt}.`, {
    extra: { closedAt },
  });
}
