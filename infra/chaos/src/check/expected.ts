import {
  compilePlan,
  evaluatePlan,
  quitPlan,
  settle,
  sharerOf,
  type Plan,
  type Policy,
  type Sharer,
} from '@daka/rules';
import type { CalendarFacts } from './facts';

const LONG_AFTER_MS = Date.parse('2900-01-01T00:00:00Z');

export interface Expected {
  entitledMinor: number;
  bonusMinor: number;
}

export interface ExpectedSettlement {
  members: ReadonlyMap<string, Expected>;
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

/** What the rules alone make of the entries that were accepted. */
export function expectedSettlement(policy: Policy, calendars: readonly CalendarFacts[]): ExpectedSettlement {
  const inOrder = [...calendars].sort((left, right) => left.memberNumber - right.memberNumber);
  const sharers = inOrder.map((calendar) => worthOf(policy, calendar));
  const { bonusMinor, poolMinor, organiserMinor, charityMinor } = settle(policy.forfeits, sharers);
  const members = new Map(
    inOrder.map(({ enrolmentId }, index) => [
      enrolmentId,
      { entitledMinor: sharers[index]?.entitledMinor ?? 0, bonusMinor: bonusMinor[index] ?? 0 },
    ]),
  );
  return { members, poolMinor, organiserMinor, charityMinor };
}

/** The days of a member, as if they had never left. */
export function planOf(
  policy: Policy,
  { timeZone, joinedAtMs, excused }: Pick<CalendarFacts, 'timeZone' | 'joinedAtMs' | 'excused'>,
): Plan {
  const joined = joinedAtMs === null ? {} : { joinedAt: new Date(joinedAtMs).toISOString() };
  return compilePlan(policy, { timeZone, excused: [...excused], ...joined });
}

/** What was sent for a check-in rejected afterwards is not clawed back; nothing else may be sent beyond what is earned. */
function worthOf(policy: Policy, facts: CalendarFacts): Sharer {
  const { memberNumber, quitOn, quitAtMs, entries, releasedMinor } = facts;
  const whole = planOf(policy, facts);
  const plan = quitOn === null ? whole : quitPlan(whole, quitOn, quitAtMs ?? undefined);
  const accepted = entries
    .filter(({ isRejected }) => !isRejected)
    .map(({ day, acceptedAtMs, characters }) => ({ day, acceptedAtMs, characters }));
  const sharer = sharerOf(plan, evaluatePlan(plan, accepted, LONG_AFTER_MS), memberNumber);
  const hasRejection = accepted.length < entries.length;
  return hasRejection ? { ...sharer, entitledMinor: Math.max(sharer.entitledMinor, releasedMinor) } : sharer;
}
