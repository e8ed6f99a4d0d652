import type { Learner, PlanEntry, Policy } from '../index.ts';

/** A policy of five days from Monday 4 August 2025 in UTC, flat curve, 10.00 deposit; tests say only what differs. */
export function policyWith(changes: Partial<Policy> = {}): Policy {
  return {
    currency: 'EUR',
    entryFeeMinor: 0,
    depositMinor: 1_000,
    startsOn: '2025-08-04',
    days: 5,
    timeZone: 'UTC',
    dayBoundary: 'cohort',
    dayEndsAt: '00:00',
    restDays: { weekdays: [], dates: [] },
    checkIn: { minCharacters: 1, accepts: ['entry'], review: 'auto', aheadDays: 0 },
    makeUp: { windowDays: 0, quota: 0 },
    grace: { days: 0 },
    removal: { per: 'never' },
    refund: { curve: 'flat', cadence: 'daily' },
    forfeits: {
      finishersBps: 10_000,
      organiserBps: 0,
      charityBps: 0,
      sharedBy: 'completed',
      ifNoFinishers: 'organiser',
    },
    ...changes,
  };
}

export const learner: Learner = { timeZone: 'UTC', excused: [] };

/** The n-th plan day of `policyWith()`, from 1. */
export function day(number: number): string {
  return `2025-08-${String(number + 3).padStart(2, '0')}`;
}

/** An instant on the n-th plan day, at `hour` UTC; hour 24 is the closing instant. */
export function at(number: number, hour = 12): number {
  return Date.UTC(2025, 7, number + 3, hour);
}

/** An entry for the n-th plan day, by default at noon of that day. */
export function entryFor(number: number, acceptedAtMs = at(number), characters = 10): PlanEntry {
  return { day: day(number), acceptedAtMs, characters };
}
