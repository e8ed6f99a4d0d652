import { windowEndMs } from '@daka/rules';
import type { Calendar } from '../../api/queries';

/** A decision that a learner may object to: a check-in that was rejected, or being out. */
export interface Decision {
  /** "removal", or the day of the check-in. */
  about: string;
  reason: string | null;
  decidedAtMs: number;
  /** Until when it may be appealed. */
  untilMs: number;
}

/** What may be appealed, the last first, and until when, by the rules' window. What is appealed already is not among it. */
export function decisionsIn(calendar: Calendar, appealDays: number): Decision[] {
  const until = (decidedAtMs: number) => ({ decidedAtMs, untilMs: windowEndMs(decidedAtMs, appealDays) });
  const decisions = calendar.days.flatMap(({ day, rejected, entry }): Decision[] =>
    rejected === undefined || entry !== undefined
      ? []
      : [{ about: day, reason: rejected.reason, ...until(Date.parse(rejected.at)) }],
  );
  const { removedAt } = calendar;
  if (removedAt !== null) decisions.push({ about: 'removal', reason: null, ...until(Date.parse(removedAt)) });
  return decisions
    .filter((decision) => !calendar.appeals.some((appeal) => isAbout(appeal, decision)))
    .sort((one, other) => other.decidedAtMs - one.decidedAtMs);
}

function isAbout({ subject, against }: Calendar['appeals'][number], { about, decidedAtMs }: Decision): boolean {
  if (subject.kind === 'removal') return about === 'removal' && Date.parse(against.decidedAt) >= decidedAtMs;
  return subject.day === about && Date.parse(against.decidedAt) >= decidedAtMs;
}
