import { lastSafeRefundMs, type Policy, policyWarnings } from './index.ts';

/** 21 days, 300.00 by rising parts, nothing for the organiser. */
const fine: Policy = {
  currency: 'CNY',
  entryFeeMinor: 9_900,
  depositMinor: 30_000,
  startsOn: '2026-03-02',
  days: 21,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '03:00',
  restDays: { weekdays: [7], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 },
  grace: { days: 1 },
  removal: { misses: 3, per: 'week' },
  refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
  charity: { name: 'Harbour Library', address: '1 Harbour Road' },
  forfeits: {
    finishersBps: 9_000,
    organiserBps: 0,
    charityBps: 1_000,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};
const paidFromMs = Date.parse('2026-02-01T00:00:00Z');
const warningsOf = (changes: Partial<Policy>) =>
  policyWarnings({ policy: { ...fine, ...changes }, appealDays: 3, paidFromMs }).map(
    ({ field, why, figure }) => `${field} ${why} ${figure}`,
  );
const flat = (cadence: Policy['refund']['cadence']): Policy['refund'] => ({ curve: 'flat', cadence });
const threshold = (requiredDays: number): Policy['refund'] => ({ curve: 'threshold', requiredDays, cadence: 'daily' });
const everyDay = { weekdays: [], dates: [] };
const shares = (changes: Partial<Policy['forfeits']>): Policy['forfeits'] => ({ ...fine.forfeits, ...changes });

it.each<[string, Partial<Policy>]>([
  ['what most write', {}],
  ['fifty refunds', { days: 50, restDays: everyDay, refund: flat('daily') }],
  ['a hundred days by the week', { days: 100, depositMinor: 100_000, refund: flat('weekly') }],
  ['one payment at the end', { days: 100, refund: flat('at_end') }],
  ['a threshold of one day', { refund: threshold(1) }],
  ['a deposit of nothing', { depositMinor: 0, refund: threshold(9), forfeits: shares({ organiserBps: 2_000 }) }],
  ['the smallest day at the least amount', { depositMinor: 18 * 400, refund: flat('daily') }],
])('has nothing to say of %s', (_name, changes) => {
  expect(warningsOf(changes)).toEqual([]);
});

it.each<[string, Partial<Policy>, string[]]>([
  [
    'a refund on each of 51 days',
    { days: 51, restDays: everyDay, refund: flat('daily') },
    ['refund.cadence many_refunds 51'],
  ],
  ['100 days with Sundays off', { days: 100, depositMinor: 100_000 }, ['refund.cadence many_refunds 86']],
  [
    '52 weeks',
    { days: 358, depositMinor: 1_000_000, refund: flat('weekly') },
    ['refund.cadence many_refunds 52', 'days refunds_too_late 395'],
  ],
  ['all or nothing', { refund: threshold(18) }, ['refund.requiredDays nothing_the_day_before 18']],
  ['half or nothing', { refund: threshold(9) }, ['refund.requiredDays nothing_the_day_before 9']],
  ['two days or nothing', { refund: threshold(2) }, ['refund.requiredDays nothing_the_day_before 2']],
  [
    'a part for the organiser',
    { forfeits: shares({ organiserBps: 1, finishersBps: 8_999 }) },
    ['forfeits.organiserBps organiser_profits 1'],
  ],
  [
    'a fifth for the organiser',
    { forfeits: shares({ organiserBps: 2_000, finishersBps: 7_000 }) },
    ['forfeits.organiserBps organiser_profits 2000'],
  ],
  [
    'all for the organiser',
    { forfeits: shares({ organiserBps: 10_000, finishersBps: 0, charityBps: 0 }) },
    ['forfeits.organiserBps organiser_profits 10000'],
  ],
  [
    'an organiser who inherits',
    { forfeits: shares({ ifNoFinishers: 'organiser' }) },
    ['forfeits.ifNoFinishers organiser_profits 10000'],
  ],
  ['a day that returns 3.99', { depositMinor: 18 * 399, refund: flat('daily') }, ['refund.curve cents 399']],
  ['a first day of cents', { depositMinor: 5_000 }, ['refund.curve cents 138']],
  ['a deposit of one yuan', { depositMinor: 100 }, ['refund.curve cents 2']],
  ['a steep curve', { refund: { curve: 'rising', ratio: 1_000, cadence: 'daily' } }, ['refund.curve cents 3']],
  ['yen', { currency: 'JPY', depositMinor: 500, refund: flat('daily') }, ['refund.curve cents 27']],
  ['weeks of cents', { depositMinor: 1_000, refund: flat('weekly') }, ['refund.curve cents 333']],
  ['half a year later', { startsOn: '2026-08-01' }, ['days refunds_too_late 210']],
  [
    'half a year long',
    { days: 180, restDays: { weekdays: [1, 2, 3, 4, 5, 6], dates: [] } },
    ['days refunds_too_late 217'],
  ],
  [
    'all or nothing for the organiser',
    { refund: threshold(18), forfeits: shares({ organiserBps: 1_000, finishersBps: 8_000 }) },
    ['refund.requiredDays nothing_the_day_before 18', 'forfeits.organiserBps organiser_profits 1000'],
  ],
  [
    'a year of cents',
    { days: 365, depositMinor: 30_000 },
    ['refund.cadence many_refunds 313', 'refund.curve cents 47', 'days refunds_too_late 402'],
  ],
])('warns of %s', (_name, changes, expected) => {
  expect(warningsOf(changes)).toEqual(expected);
});

it('a payment can be refunded for 180 days', () => {
  expect(lastSafeRefundMs({ paidFromMs })).toBe(Date.parse('2026-07-31T00:00:00Z'));
});
