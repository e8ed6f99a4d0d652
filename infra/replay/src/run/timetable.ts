import { compilePlan, finalInstantMs, lastCloseMs, type Plan } from '@daka/rules';
import type { CohortRecord } from '../record/read-record';

const DAY_MS = 86_400_000;
const LEAST_APPEAL_DAYS = 3;
const MOST_APPEAL_DAYS = 60;

/** When a replay does what, on the virtual clock. */
export interface Timetable {
  /** Everybody enrols a day before anything else happens. */
  enrolAtMs: number;
  /** Long enough that no line comes after a settlement that starts by itself. */
  appealDays: number;
  /** Every day, window and appeal is over and every line was sent. */
  settleAtMs: number;
}

/** Lays a record out in time, with every member's own days. */
export function planTimetable({ policy, members, lines }: CohortRecord): Timetable {
  const zones = [...new Set(members.map(({ timeZone }) => timeZone))];
  const plans = zones.map((timeZone) => compilePlan(policy, { timeZone, excused: [] }));
  const firstOpenMs = Math.min(...plans.map(({ days }) => days[0]?.opensAtMs ?? Infinity));
  const firstLineMs = lines[0]?.submittedAtMs ?? Infinity;
  const lastLineMs = lines.at(-1)?.submittedAtMs ?? -Infinity;
  const endMs = Math.max(...plans.map(endOf));

  const daysAfterEnd = Math.ceil((lastLineMs - Math.min(...plans.map(endOf))) / DAY_MS) + 1;
  const appealDays = Math.min(Math.max(daysAfterEnd, LEAST_APPEAL_DAYS), MOST_APPEAL_DAYS);
  return {
    enrolAtMs: Math.min(firstOpenMs, firstLineMs) - DAY_MS,
    appealDays,
    settleAtMs: Math.max(endMs + appealDays * DAY_MS, lastLineMs) + DAY_MS,
  };
}

/** With an unlimited window the last close: from then on the operator decides. */
function endOf(plan: Plan): number {
  return finalInstantMs(plan) ?? lastCloseMs(plan);
}
