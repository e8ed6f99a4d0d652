import type { Policy } from '@daka/rules';
import type { Random } from '@daka/service-kit/testing';

/** A Monday. */
export const FIRST_DAY = '2026-03-02';
/** From the cohort's midnight on FIRST_DAY everything is counted in hours. */
export const COHORT_ZONE = '+08:00';
export const COOLING_OFF_DAYS = 1;
export const APPEAL_DAYS = 3;

/** A small cohort's policy with odd amounts, so that every rounding is met. */
export function planPolicy(random: Random, homework: Random): Policy {
  const days = random.between(3, 5);
  const organiserBps = random.pick([0, 1_000, 1_999]);
  const charityBps = random.pick([0, 777]);
  const cadence = random.pick(['daily', 'daily', 'weekly', 'at_end'] as const);
  return {
    ...random.pick([
      { currency: 'CNY', entryFeeMinor: 9_900, depositMinor: random.between(20_000, 40_000) },
      { currency: 'USD', entryFeeMinor: random.between(0, 1) * 1_500, depositMinor: random.between(3_000, 9_000) },
      { currency: 'JPY', entryFeeMinor: 500, depositMinor: random.between(2_000, 5_000) },
    ]),
    startsOn: FIRST_DAY,
    days,
    timeZone: COHORT_ZONE,
    dayBoundary: random.pick(['cohort', 'learner'] as const),
    dayEndsAt: '03:00',
    restDays: { weekdays: random.pick([[], [3]]), dates: [] },
    checkIn: {
      minCharacters: 5,
      accepts: homework.chance(0.7) ? ['entry', 'homework'] : ['entry'],
      review: random.pick(['auto', 'instructor'] as const),
      aheadDays: 0,
    },
    makeUp: { windowDays: random.between(0, 2), quota: random.pick([0, 1, null]) },
    grace: { days: random.between(0, 1) },
    removal: random.pick<Policy['removal']>([
      { per: 'never' },
      { per: 'cohort', misses: 2 },
      { per: 'week', misses: 3 },
    ]),
    refund: random.pick<Policy['refund']>([
      { curve: 'flat', cadence },
      { curve: 'rising', ratio: 3, cadence },
      { curve: 'threshold', requiredDays: 2, cadence },
    ]),
    coolingOffDays: COOLING_OFF_DAYS,
    charity: { name: 'Harbour Library', address: '1 Harbour Road' },
    forfeits: {
      finishersBps: 10_000 - organiserBps - charityBps,
      organiserBps,
      charityBps,
      sharedBy: random.pick(['perfect', 'completed'] as const),
      ifNoFinishers: random.pick(['return_pro_rata', 'charity'] as const),
    },
  };
}
