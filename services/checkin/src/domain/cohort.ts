import { type StaffRole, unreachable } from '@daka/contracts';
import { type PlainDate, type Plan, type Policy, compilePlan, settlementSchedule, windowEndMs } from '@daka/rules';

/** A published cohort as check-in sees it: the policy, who works for it, and how far its settlement is. Its id is the cohort's. */
export interface Cohort {
  cohortId: string;
  organisationId: string;
  policy: Policy;
  appealDays: number;
  /** `appointedAtMs`: since when on the staff, in whatever role; absent: appointed before this was kept. */
  staff: readonly { accountId: string; role: StaffRole; appointedAtMs?: number }[];
  /** Who decided here and does no more; absent: nobody, or from before it was kept. */
  formerDeciders?: readonly FormerDecider[];
  cancelled: boolean;
  /** Before this instant nothing can be settled by itself; null: only on demand. */
  settleNotBeforeMs: number | null;
  excusedDays: readonly ExcusedDay[];
  settlement: SettlementProgress;
}

export interface FormerDecider {
  accountId: string;
  leftAtMs: number;
}

/** A day without check-in for all; applied once every calendar has it. */
export interface ExcusedDay {
  day: PlainDate;
  reason: string;
  decidedBy: string;
  excusedAtMs: number;
  applied: boolean;
}

export type SettlementProgress =
  | { status: 'open' }
  | { status: 'settling'; startedAtMs: number }
  | ({ status: 'settled'; settledAtMs: number } & CohortTotals);

export interface CohortTotals {
  members: number;
  /** Of the members; absent where it was settled before they were counted. */
  completed?: number;
  perfect?: number;
  sharers: number;
  poolMinor: number;
  bonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

export type CohortEvent =
  | {
      type: 'published';
      cohortId: string;
      organisationId: string;
      policy: Policy;
      appealDays: number;
      staff: Cohort['staff'];
    }
  | { type: 'staff-changed'; staff: Cohort['staff']; changedAtMs: number }
  | { type: 'cancelled' }
  | { type: 'day-excused-for-all'; day: PlainDate; reason: string; decidedBy: string; excusedAtMs: number }
  | { type: 'excused-day-applied'; day: PlainDate }
  | { type: 'settlement-started'; startedAtMs: number }
  | ({ type: 'settled'; settledAtMs: number } & CohortTotals);

const LATEST_ZONE = '-12:00';

/** The only place where a cohort changes. */
export function evolveCohort(cohort: Cohort | null, event: CohortEvent): Cohort {
  if (event.type === 'published') {
    const { type: _, ...facts } = event;
    return {
      ...facts,
      cancelled: cohort?.cancelled ?? false,
      settleNotBeforeMs: settlesAtMs(facts),
      excusedDays: cohort?.excusedDays ?? [],
      settlement: cohort?.settlement ?? { status: 'open' },
    };
  }
  if (cohort === null) throw new Error(`${event.type} before the cohort is known`);
  switch (event.type) {
    case 'staff-changed':
      return { ...cohort, staff: event.staff, formerDeciders: formerDeciders(cohort, event) };
    case 'cancelled':
      return { ...cohort, cancelled: true };
    case 'day-excused-for-all': {
      const { type: _, ...excused } = event;
      return { ...cohort, excusedDays: [...cohort.excusedDays, { ...excused, applied: false }] };
    }
    case 'excused-day-applied':
      return {
        ...cohort,
        excusedDays: cohort.excusedDays.map((excused) =>
          excused.day === event.day ? { ...excused, applied: true } : excused,
        ),
      };
    case 'settlement-started':
      return { ...cohort, settlement: { status: 'settling', startedAtMs: event.startedAtMs } };
    case 'settled': {
      const { type: _, ...totals } = event;
      return { ...cohort, settlement: { status: 'settled', ...totals } };
    }
    default:
      return unreachable(event, 'event of a cohort');
  }
}

/** Those of the staff who decide about members. */
export function decidingStaff({ staff }: Pick<Cohort, 'staff'>): string[] {
  return staff.filter(({ role }) => role !== 'committee').map(({ accountId }) => accountId);
}

function formerDeciders(
  before: Cohort,
  { staff, changedAtMs }: Extract<CohortEvent, { type: 'staff-changed' }>,
): FormerDecider[] {
  const stay = new Set(decidingStaff({ staff }));
  const left = decidingStaff(before).filter((accountId) => !stay.has(accountId));
  const earlier = before.formerDeciders?.filter(({ accountId }) => !left.includes(accountId)) ?? [];
  return [...earlier, ...left.map((accountId) => ({ accountId, leftAtMs: changedAtMs }))];
}

/** A settlement that has begun goes on to its end. */
export function cancelCohort(cohort: Cohort | null): CohortEvent[] {
  return cohort?.settlement.status === 'open' ? [{ type: 'cancelled' }] : [];
}

/** The plan of a learner who ends the day as late as anybody can. */
export function latestPlan(policy: Policy): Plan {
  return compilePlan(policy, { timeZone: LATEST_ZONE, excused: [] });
}

/** When the days for appeals are over that begin then, such as with the end of the last make-up window; null: they never begin. */
export function appealsEndMs(sinceMs: number | null, appealDays: number): number | null {
  return sinceMs === null ? null : windowEndMs(sinceMs, appealDays);
}

/** When the settlement starts by itself, as announced when the cohort was published; null: never, for the make-ups have no end. */
export function settlesAtMs({ policy, appealDays }: Pick<Cohort, 'policy' | 'appealDays'>): number | null {
  return settlementSchedule(policy, appealDays).settlesAtMs;
}
