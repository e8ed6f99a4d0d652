import type { StaffRole } from '@daka/contracts';
import { type PlainDate, type Plan, type Policy, compilePlan, finalInstantMs, lastCloseMs } from '@daka/rules';

/** A published cohort as check-in sees it: the policy, who works for it, and how far its settlement is. Its id is the cohort's. */
export interface Cohort {
  cohortId: string;
  organisationId: string;
  policy: Policy;
  appealDays: number;
  staff: readonly { accountId: string; role: StaffRole }[];
  cancelled: boolean;
  /** Before this instant nothing can be settled by itself; null: only on demand. */
  settleNotBeforeMs: number | null;
  excusedDays: readonly ExcusedDay[];
  settlement: SettlementProgress;
}

/** A day without check-in for all; applied once every calendar has it. */
export interface ExcusedDay { day: PlainDate; reason: string; decidedBy: string; excusedAtMs: number; applied: boolean }

export type SettlementProgress =
  | { status: 'open' }
  | { status: 'settling'; startedAtMs: number }
  | ({ status: 'settled'; settledAtMs: number } & CohortTotals);

export interface CohortTotals {
  members: number;
  sharers: number;
  poolMinor: number;
  bonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

export type CohortEvent =
  | { type: 'published'; cohortId: string; organisationId: string; policy: Policy; appealDays: number; staff: Cohort['staff'] }
  | { type: 'staff-changed'; staff: Cohort['staff'] }
  | { type: 'cancelled' }
  | { type: 'day-excused-for-all'; day: PlainDate; reason: string; decidedBy: string; excusedAtMs: number }
  | { type: 'excused-day-applied'; day: PlainDate }
  | { type: 'settlement-started'; startedAtMs: number }
  | ({ type: 'settled'; settledAtMs: number } & CohortTotals);

const DAY_MS = 86_400_000;
const EARLIEST_ZONE = '+14:00';
const LATEST_ZONE = '-12:00';

/** The only place where a cohort changes. */
export function evolveCohort(cohort: Cohort | null, event: CohortEvent): Cohort {
  if (event.type === 'published') {
    const { type: _, ...facts } = event;
    return {
      ...facts, cancelled: cohort?.cancelled ?? false, settleNotBeforeMs: endsAtMs(facts, EARLIEST_ZONE),
      excusedDays: cohort?.excusedDays ?? [], settlement: cohort?.settlement ?? { status: 'open' },
    };
  }
  if (cohort === null) throw new Error(`${event.type} before the cohort is known`);
  switch (event.type) {
    case 'staff-changed': return { ...cohort, staff: event.staff };
    case 'cancelled': return { ...cohort, cancelled: true };
    case 'day-excused-for-all': {
      const { type: _, ...excused } = event;
      return { ...cohort, excusedDays: [...cohort.excusedDays, { ...excused, applied: false }] };
    }
    case 'excused-day-applied':
      return { ...cohort, excusedDays: cohort.excusedDays.map((excused) => (excused.day === event.day ? { ...excused, applied: true } : excused)) };
    case 'settlement-started': return { ...cohort, settlement: { status: 'settling', startedAtMs: event.startedAtMs } };
    case 'settled': {
      const { type: _, ...totals } = event;
      return { ...cohort, settlement: { status: 'settled', ...totals } };
    }
    default: return unknownEvent(event);
  }
}

/** The plan of a learner who ends the day as late as anybody can. */
export function latestPlan(policy: Policy): Plan {
  return compilePlan(policy, { timeZone: LATEST_ZONE, excused: [] });
}

/** When the days for appeals are over that begin then, such as with the end of the last make-up window; null: they never begin. */
export function appealsEndMs(sinceMs: number | null, appealDays: number): number | null {
  return sinceMs === null ? null : sinceMs + appealDays * DAY_MS;
}

/** The ends of a cohort nobody was admitted to. */
export function emptyCohortEnds(policy: Policy): { lastCloseAtMs: number; finalAtMs: number | null; lastRejectedAtMs: null } {
  const plan = latestPlan(policy);
  return { lastCloseAtMs: lastCloseMs(plan), finalAtMs: finalInstantMs(plan), lastRejectedAtMs: null };
}

function endsAtMs({ policy, appealDays }: Pick<Cohort, 'policy' | 'appealDays'>, timeZone: string): number | null {
  return appealsEndMs(finalInstantMs(compilePlan(policy, { timeZone, excused: [] })), appealDays);
}

function unknownEvent(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
