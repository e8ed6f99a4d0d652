import { compilePlan, evaluatePlan, quitPlan, settle, type Policy } from '@daka/rules';
import type { CalendarFacts } from './facts';

const LONG_AFTER_MS = Date.parse('2900-01-01T00:00:00Z');

export interface Expected { entitledMinor: number; bonusMinor: number }

export interface ExpectedSettlement {
  members: ReadonlyMap<string, Expected>;
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

/** What the rules alone make of the entries that were accepted. */
export function expectedSettlement(policy: Policy, calendars: readonly CalendarFacts[]): ExpectedSettlement {
  const inOrder = [...calendars].sort((left, right) => left.memberNumber - right.memberNumber);
  const sharers = inOrder.map((calendar) => ({ memberNumber: calendar.memberNumber, depositMinor: policy.depositMinor, ...worthOf(policy, calendar) }));
  const { bonusMinor, poolMinor, organiserMinor, charityMinor } = settle(policy.forfeits, sharers);
  const members = new Map(inOrder.map(({ enrolmentId }, index) => (
    [enrolmentId, { entitledMinor: sharers[index]?.entitledMinor ?? 0, bonusMinor: bonusMinor[index] ?? 0 }])));
  return { members, poolMinor, organiserMinor, charityMinor };
}

/** What was sent for a check-in rejected afterwards is not clawed back; nothing else may be sent beyond what is earned. */
function worthOf(policy: Policy, { timeZone, quitOn, excused, entries, releasedMinor }: CalendarFacts) {
  const whole = compilePlan(policy, { timeZone, excused: [...excused] });
  const plan = quitOn === null ? whole : quitPlan(whole, quitOn);
  const accepted = entries.filter(({ isRejected }) => !isRejected).map(({ day, acceptedAtMs, characters }) => ({ day, acceptedAtMs, characters }));
  const { entitledMinor, weight, completed, perfect } = evaluatePlan(plan, accepted, LONG_AFTER_MS);
  const hasRejection = accepted.length < entries.length;
  return { entitledMinor: hasRejection ? Math.max(entitledMinor, releasedMinor) : entitledMinor, weight, completed, perfect };
}
