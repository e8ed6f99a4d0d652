import { compilePlan, finalInstantMs, lastCloseMs, settlementSchedule, type Plan, type Policy } from '@daka/rules';
import type { CohortRecord } from '../record/read-record';

const DAY_MS = 86_400_000;
const LEAST_APPEAL_DAYS = 3;
const MOST_APPEAL_DAYS = 60;

/** When a replay does what, on the virtual clock. */
export interface Timetable {
  /** Everybody enrols a day before anything else happens. */
  enrolAtMs: number;
  /** The record's; make-ups for ever, which nobody may publish, end after the last line. */
  policy: Policy;
  /** Long enough that no line comes after a settlement that starts by itself. */
  appealDays: number;
  /** The announced settlement has come and every line was sent. */
  settleAtMs: number;
}

/** Lays a record out in time, with every member's own days. */
export function planTimetable({ policy: recorded, members, lines }: CohortRecord): Timetable {
  const lastLineMs = lines.at(-1)?.submittedAtMs ?? -Infinity;
  const policy = withEndOfMakeUps(recorded, lastLineMs);
  const zones = [...new Set(members.map(({ timeZone }) => timeZone))];
  const plans = zones.map((timeZone) => compilePlan(policy, { timeZone, excused: [] }));
  const firstOpenMs = Math.min(...plans.map(({ days }) => days[0]?.opensAtMs ?? Infinity));
  const firstLineMs = lines[0]?.submittedAtMs ?? Infinity;

  const daysAfterEnd = Math.ceil((lastLineMs - Math.min(...plans.map(endOf))) / DAY_MS) + 1;
  const appealDays = Math.min(Math.max(daysAfterEnd, LEAST_APPEAL_DAYS), MOST_APPEAL_DAYS);
  const { settlesAtMs } = settlementSchedule(policy, appealDays);
  return {
    policy,
    enrolAtMs: Math.min(firstOpenMs, firstLineMs) - DAY_MS,
    appealDays,
    settleAtMs: Math.max(settlesAtMs ?? -Infinity, lastLineMs) + DAY_MS,
  };
}

function endOf(plan: Plan): number {
  return finalInstantMs(plan) ?? lastCloseMs(plan);
}

/** The date after the last line's closes after that line in every zone. */
function withEndOfMakeUps(policy: Policy, lastLineMs: number): Policy {
  const { makeUp, startsOn } = policy;
  if (makeUp.windowDays !== null || makeUp.quota === 0 || makeUp.endsOn !== undefined) return policy;
  const endsAtMs = Math.max(lastLineMs + DAY_MS, Date.parse(startsOn));
  return { ...policy, makeUp: { ...makeUp, endsOn: new Date(endsAtMs).toISOString().slice(0, 10) } };
}
