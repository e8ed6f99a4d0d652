import type { CalendarExport } from '@daka/proof';

/** Ten days in Shanghai of which nine ask for a check-in. */
export const policy: CalendarExport['policy'] = {
  currency: 'CNY',
  entryFeeMinor: 9_900,
  depositMinor: 30_000,
  startsOn: '2026-11-16',
  days: 10,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '03:00',
  restDays: { weekdays: [7], dates: [] },
  checkIn: { minCharacters: 20, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 },
  grace: { days: 1 },
  removal: { misses: 3, per: 'week' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: {
    finishersBps: 8_000,
    organiserBps: 1_000,
    charityBps: 1_000,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};

/** Days that were checked in for, as of an instant. Nine days ask for a check-in, so that each is worth 3,333 or 3,334. */
export function calendar(asOf: string, days: readonly string[], changes: Partial<CalendarExport> = {}): CalendarExport {
  return {
    enrolmentId: '6a607d5b-7cd5-80f9-a91c-cc29e49df126',
    status: 'open',
    policy,
    learner: { timeZone: '+08:00', excused: [] },
    quitOn: null,
    entries: days.map((day) => ({
      day,
      acceptedAt: `${day}T04:00:00Z`,
      characters: 30,
      kind: 'on_time' as const,
      rejectedAt: null,
    })),
    hasRestored: false,
    asOf,
    days: [],
    entitledMinor: 0,
    releasedMinor: 0,
    ...changes,
  };
}
