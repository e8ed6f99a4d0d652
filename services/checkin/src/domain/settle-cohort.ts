import { type Refused, refuse } from '@daka/contracts';
import { type Settlement, settle } from '@daka/rules';
import type { Outcome } from './calendar';
import { type Cohort, type CohortEvent, appealsEndMs } from './cohort';

export type SettlementRefusal = 'not_found' | 'cohort_cancelled' | 'too_early' | 'appeals_open';

/** The latest instants over all calendars: zones of learners make them differ. */
export interface CohortEnds {
  lastCloseAtMs: number;
  finalAtMs: number | null;
  /** The latest rejection, for which the days to appeal must be over as well; null: there is none. */
  lastRejectedAtMs: number | null;
}

/** What the start of a settlement depends on besides the cohort itself. */
export interface Readiness extends CohortEnds { openAppeals: number }

/** A frozen calendar in the order of member numbers. */
export interface SettledMember { enrolmentId: string; memberNumber: number; depositMinor: number; outcome: Outcome }

/** Homework handed in at the last moment is still on its way here then, and must not lose its day to a settlement that is faster. */
const HOMEWORK_ON_ITS_WAY_MS = 3_600_000;

/** Starts the settlement once nothing can change any more; with unlimited make-ups, when somebody asks for it after the last close. */
export function startSettlement(cohort: Cohort | null, { openAppeals, ...ends }: Readiness, nowMs: number): Refused<SettlementRefusal> | CohortEvent[] {
  if (cohort === null) return refuse('not_found', 'There is no such cohort.');
  if (cohort.settlement.status !== 'open') return [];
  if (cohort.cancelled) return refuse('cohort_cancelled', 'The cohort is cancelled: everything goes back.');
  const windowsEndMs = appealsEndMs(ends.finalAtMs, cohort.appealDays) ?? ends.lastCloseAtMs;
  const homeworkMs = cohort.policy.checkIn.accepts.includes('homework') ? HOMEWORK_ON_ITS_WAY_MS : 0;
  const allowedAtMs = Math.max(windowsEndMs + homeworkMs, appealsEndMs(ends.lastRejectedAtMs, cohort.appealDays) ?? 0);
  if (nowMs < allowedAtMs) {
    const allowedAt = new Date(allowedAtMs).toISOString();
    return refuse('too_early', `The settlement may start at ${allowedAt}.`, { extra: { allowedAt } });
  }
  if (openAppeals > 0) return refuse('appeals_open', `${openAppeals} appeals wait for an answer.`, { extra: { openAppeals } });
  return [{ type: 'settlement-started', startedAtMs: nowMs }];
}

/** Whether the clock alone starts the settlement: only where every window has an end. */
export function settlesByItself(cohort: Cohort, readiness: Readiness, nowMs: number): boolean {
  return readiness.finalAtMs !== null && startsNow(startSettlement(cohort, readiness, nowMs));
}

/** Shares the pool among frozen calendars; the bonuses are in the order of the members given. */
export function sharePool(cohort: Cohort, members: readonly SettledMember[]): Settlement {
  return settle(cohort.policy.forfeits, members.map(({ memberNumber, depositMinor, outcome: { entitledMinor, weight, completed, perfect } }) => (
    { memberNumber, depositMinor, entitledMinor, weight, completed, perfect })));
}

/** Every calendar is frozen and has its bonus: the cohort's books are closed, once. */
export function finishSettlement(cohort: Cohort | null, members: readonly SettledMember[], shared: Settlement): CohortEvent[] {
  if (cohort?.settlement.status !== 'settling') return [];
  const { poolMinor, organiserMinor, charityMinor } = shared;
  return [{
    type: 'settled', settledAtMs: cohort.settlement.startedAtMs,
    members: members.length, sharers: shared.bonusMinor.filter((bonusMinor) => bonusMinor > 0).length,
    poolMinor, bonusMinor: shared.bonusMinor.reduce((sum, bonusMinor) => sum + bonusMinor, 0), organiserMinor, charityMinor,
  }];
}

function startsNow(outcome: Refused | CohortEvent[]): boolean {
  return Array.isArray(outcome) && outcome.length > 0;
}
