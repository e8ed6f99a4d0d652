import type { Calendar } from '../../api/queries';

const DAY_MS = 86_400_000;

/** A decision that a learner may object to: a check-in that was rejected, or being out. */
export interface Decision {
  /** "removal", or the day of the check-in. */
  about: string;
  reason: string | null;
  decidedAtMs: number;
  /** Until when it may be appealed. */
  untilMs: number;
}

/** What may be appealed, the last first, and until when: `appealDays` after each decision. What is appealed already is not among it. */
export function decisionsIn(calendar: Calendar, appealDays: number): Decision[] {
  const until = (decidedAtMs: number) => ({ decidedAtMs, untilMs: decidedAtMs + appealDays * DAY_MS });
  const decisions = calendar.days.flatMap(({ day, rejected, entry }): Decision[] =>
    rejected === undefined || entry !== undefined
      ? []
      : [{ about: day, reason: rejected.reason, ...until(Date.parse(rejected.at)) }],
  );
  const out = calendar.days.find(({ day }) => day === calendar.removedOn);
  if (out !== undefined) decisions.push({ about: 'removal', reason: null, ...until(Date.parse(out.closesAt)) });
  return decisions
    .filter((decision) => !calendar.appeals.some((appeal) => isAbout(appeal, decision)))
    .sort((one, other) => other.decidedAtMs - one.decidedAtMs);
}

function isAbout({ subject, against }: Calendar['appeals'][number], { about, decidedAtMs }: Decision): boolean {
  if (subject.kind === 'removal') return about === 'removal' && Date.parse(against.decidedAt) >= decidedAtMs;
  return subject.day === about && Date.parse(against.decidedAt) >= decidedAtMs;
}
