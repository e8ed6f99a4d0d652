import type { Policy } from '@daka/rules';

/** Six days from Monday 2 March 2026 in UTC; Wednesday is a rest day, and homework of five characters counts. */
export const POLICY: Policy = {
  currency: 'CNY',
  entryFeeMinor: 0,
  depositMinor: 10_000,
  startsOn: '2026-03-02',
  days: 6,
  timeZone: '+00:00',
  dayBoundary: 'cohort',
  dayEndsAt: '00:00',
  restDays: { weekdays: [], dates: ['2026-03-04'] },
  checkIn: { minCharacters: 5, accepts: ['homework'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 1, quota: 1 },
  grace: { days: 0 },
  removal: { per: 'never' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: { finishersBps: 10_000, organiserBps: 0, charityBps: 0, sharedBy: 'completed', ifNoFinishers: 'charity' },
};
