import { type Refused, iso, refuse } from '@daka/contracts';
import { type Settlement, reviewDaysOf, settle, settlementSchedule } from '@daka/rules';
import type { Outcome } from './calendar';
import { type Cohort, type CohortEvent, decidingStaff, settlesAtMs } from './cohort';

const DAY_MS = 86_400_000;

export type SettlementRefusal = 'not_found' | 'cohort_cancelled' | 'too_early' | 'appeals_open' | 'homework_awaited';

/** What the start of a settlement depends on besides the cohort itself: who waits for an answer, or may yet take one to the arbiter. */
export interface Readiness {
  openAppeals: number;
  openLeave: number;
  /** Until when they hold it at the latest; null: nothing does. What is past is granted, or was not taken further. */
  heldUntilMs: number | null;
  /** Members whose homework may still be on its way: homework has not said that all is told. No time ends that, for nobody's day is lost by an outage. */
  awaitedHomework: number;
}

/** A frozen calendar in the order of member numbers. */
export interface SettledMember {
  enrolmentId: string;
  learnerId: string;
  memberNumber: number;
  /** Absent: admitted before it was kept. */
  joinedAtMs?: number;
  depositMinor: number;
  outcome: Outcome;
}

/** Starts the settlement at the announced instant, whoever asks; only what waits for an answer holds it, no longer than the time to answer, and what is on its way from homework. */
export function startSettlement(
  cohort: Cohort | null,
  { openAppeals, openLeave, heldUntilMs, awaitedHomework }: Readiness,
  nowMs: number,
): Refused<SettlementRefusal> | CohortEvent[] {
  if (cohort === null) return refuse('not_found', 'There is no such cohort.');
  if (cohort.settlement.status !== 'open') return [];
  if (cohort.cancelled) return refuse('cohort_cancelled', 'The cohort is cancelled: everything goes back.');
  const allowedAtMs = settlementDueMs(cohort);
  if (nowMs < allowedAtMs) {
    const allowedAt = iso(allowedAtMs);
    return refuse('too_early', `The settlement starts by itself at ${allowedAt}, not before.`, {
      extra: { allowedAt },
    });
  }
  if (heldUntilMs !== null && (nowMs < heldUntilMs || openAppeals + openLeave > 0)) {
    const heldUntil = iso(heldUntilMs);
    const waiting = `${openAppeals} appeals and ${openLeave} requests for leave wait for an answer`;
    const why = `${waiting}, or a dismissal may be taken to the arbiter, until ${heldUntil} at the latest.`;
    return refuse('appeals_open', why, { extra: { openAppeals, openLeave, heldUntil } });
  }
  if (awaitedHomework > 0) {
    const why = `Homework has not yet told all that ${awaitedHomework} members handed in; the settlement starts by itself when it has.`;
    return refuse('homework_awaited', why, { extra: { awaitedHomework } });
  }
  return [{ type: 'settlement-started', startedAtMs: nowMs }];
}

/** Whether the clock alone starts the settlement: only where every window has an end. What waits longer than its time to answer is granted then. */
export function settlesByItself(cohort: Cohort, readiness: Readiness, nowMs: number): boolean {
  const { heldUntilMs, awaitedHomework } = readiness;
  const isHeld = heldUntilMs !== null && heldUntilMs > nowMs;
  const answered = isHeld ? readiness : { openAppeals: 0, openLeave: 0, heldUntilMs: null, awaitedHomework };
  return settlesAtMs(cohort) !== null && startsNow(startSettlement(cohort, answered, nowMs));
}

/** The instant from which anybody may ask for the settlement. Make-ups without end, which nobody can publish any more, are not waited for. */
function settlementDueMs({ policy, appealDays }: Pick<Cohort, 'policy' | 'appealDays'>): number {
  const { settlesAtMs: announcedMs, lastCloseMs } = settlementSchedule(policy, appealDays);
  return announcedMs ?? lastCloseMs + (reviewDaysOf(policy) + appealDays) * DAY_MS;
}

/**
 * Shares the pool among frozen calendars; the bonuses are in the order of the members given. Who decides in this cohort, or did while they were a member, has no
 * part in it, and neither has whom they took out: who put nothing in takes nothing out. A calendar that was frozen before the pool asked for days done shares as it was promised then.
 */
export function sharePool(
  { policy, staff, formerDeciders = [] }: Pick<Cohort, 'policy' | 'staff' | 'formerDeciders'>,
  members: readonly SettledMember[],
): Settlement {
  const deciders = new Set(decidingStaff({ staff }));
  const leftAtMs = new Map(formerDeciders.map((former) => [former.accountId, former.leftAtMs]));
  return settle(
    policy.forfeits,
    members.map(({ memberNumber, learnerId, joinedAtMs = 0, depositMinor, outcome }) => ({
      memberNumber,
      depositMinor,
      entitledMinor: outcome.entitledMinor,
      weight: outcome.weight,
      done: outcome.done ?? 1,
      askedDays: outcome.askedDays ?? 1,
      joinedLate: outcome.joinedLate ?? false,
      completed: outcome.completed,
      perfect: outcome.perfect,
      isStaff:
        deciders.has(learnerId) || (leftAtMs.get(learnerId) ?? -1) >= joinedAtMs || outcome.removedByHand === true,
    })),
  );
}

/** Every calendar is frozen and has its bonus: the cohort's books are closed, once. */
export function finishSettlement(
  cohort: Cohort | null,
  members: readonly SettledMember[],
  shared: Settlement,
): CohortEvent[] {
  if (cohort?.settlement.status !== 'settling') return [];
  const { poolMinor, organiserMinor, charityMinor } = shared;
  return [
    {
      type: 'settled',
      settledAtMs: cohort.settlement.startedAtMs,
      members: members.length,
      completed: members.filter(({ outcome }) => outcome.completed).length,
      perfect: members.filter(({ outcome }) => outcome.perfect).length,
      sharers: shared.bonusMinor.filter((bonusMinor) => bonusMinor > 0).length,
      poolMinor,
      bonusMinor: shared.bonusMinor.reduce((sum, bonusMinor) => sum + bonusMinor, 0),
      organiserMinor,
      charityMinor,
    },
  ];
}

function startsNow(outcome: Refused | CohortEvent[]): boolean {
  return Array.isArray(outcome) && outcome.length > 0;
}
