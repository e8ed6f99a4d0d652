import { DEFAULT_PLATFORM_BOUNDS, type Policy, publishingProblems, settlementSchedule } from './index.ts';
import { at, policyWith } from './testing/course.ts';

const base = policyWith();
const fair: Partial<Policy> = { forfeits: { ...base.forfeits, ifNoFinishers: 'return_pro_rata' } };
const problemsOf = (
  changes: Partial<Policy>,
  more: { appealDays?: number; enrolUntilMs?: number; nowMs?: number } = {},
  bounds: typeof DEFAULT_PLATFORM_BOUNDS | null = DEFAULT_PLATFORM_BOUNDS,
) =>
  publishingProblems({
    policy: policyWith({ ...fair, ...changes }),
    appealDays: 3,
    enrolUntilMs: null,
    nowMs: at(-3),
    bounds,
    ...more,
  }).map(({ field, why, bound }) => [field, why, bound]);

const threshold = (requiredDays: number) => ({ curve: 'threshold' as const, requiredDays, cadence: 'at_end' as const });
const noWeekday = { weekdays: [1, 2, 3, 4, 5], dates: [] };
const unlimited = { windowDays: null, quota: null };
const shares = (organiserBps: number, charityBps: number) => ({
  ...base.forfeits,
  finishersBps: 10_000 - organiserBps - charityBps,
  organiserBps,
  charityBps,
  ifNoFinishers: 'return_pro_rata' as const,
});
const lastCloseMs = at(5, 24);

it.each<[string, Partial<Policy>, [string, string, number | null]]>([
  [
    'more days than are required',
    { days: 7, restDays: { weekdays: [6, 7], dates: [] }, refund: threshold(7) },
    ['refund.requiredDays', 'more_than_required_days', 5],
  ],
  ['no required day', { restDays: noWeekday }, ['restDays', 'no_required_day', null]],
  [
    'more characters than an entry holds',
    { checkIn: { ...base.checkIn, minCharacters: 10_001 } },
    ['checkIn.minCharacters', 'more_than_an_entry_holds', 10_000],
  ],
  ['a currency that nobody takes', { currency: 'XXX' }, ['currency', 'currency_not_charged', null]],
  ['USD 0.20', { currency: 'USD', depositMinor: 20 }, ['depositMinor', 'below_least', 50]],
  ['JPY 49', { currency: 'JPY', depositMinor: 49 }, ['depositMinor', 'below_least', 50]],
  ['CNY 3.99', { currency: 'CNY', depositMinor: 399 }, ['depositMinor', 'below_least', 400]],
  ['KWD 1.005', { currency: 'KWD', depositMinor: 1_005 }, ['depositMinor', 'not_in_steps', 10]],
  ['10^14', { depositMinor: 10 ** 14 }, ['depositMinor', 'above_most', 99_999_999]],
  [
    'no time to review',
    { checkIn: { ...base.checkIn, reviewDays: 0 } },
    ['checkIn.reviewDays', 'review_window_too_short', 1],
  ],
  ['make-ups for ever', { makeUp: unlimited }, ['makeUp.endsOn', 'make_ups_without_end', null]],
  [
    'a large share for the organiser',
    { forfeits: shares(2_001, 0) },
    ['forfeits.organiserBps', 'organiser_share_too_large', 2_000],
  ],
  [
    'an organiser who inherits',
    { forfeits: base.forfeits },
    ['forfeits.ifNoFinishers', 'organiser_may_not_inherit', null],
  ],
  ['a share for nobody named', { forfeits: shares(0, 1) }, ['charity', 'charity_missing', null]],
  ['a cooling-off of most days', { coolingOffDays: 2 }, ['coolingOffDays', 'cooling_off_too_long', 1]],
])('may not be published: %s', (_, changes, problem) => {
  expect(problemsOf(changes)).toEqual([problem]);
});

it.each<[string, Partial<Policy>]>([
  ['as many days as are required', { refund: threshold(5) }],
  ['as many characters as an entry holds', { checkIn: { ...base.checkIn, minCharacters: 10_000, reviewDays: 1 } }],
  ['the least amounts', { currency: 'USD', entryFeeMinor: 20, depositMinor: 30 }],
  ['a free cohort', { depositMinor: 0 }],
  ['make-ups until a date', { makeUp: { ...unlimited, endsOn: '2025-08-20' } }],
  ['an unlimited window that nobody may use', { makeUp: { windowDays: null, quota: 0 } }],
  ['the largest share', { forfeits: shares(2_000, 0) }],
  ['a charity with its name', { forfeits: shares(0, 500), charity: { name: 'Lifeboats', address: 'Poole' } }],
  ['a third of the days to cool off', { coolingOffDays: 1 }],
])('may be published: %s', (_, changes) => {
  expect(problemsOf(changes)).toEqual([]);
});

it('minds the time of publishing, enrolment and appeals', () => {
  expect(problemsOf({}, { nowMs: lastCloseMs })).toEqual([['startsOn', 'plan_over', lastCloseMs]]);
  expect(problemsOf({}, { nowMs: lastCloseMs - 1 })).toEqual([]);
  expect(problemsOf({}, { enrolUntilMs: Date.UTC(2001, 0) })).toEqual([['enrolUntil', 'enrolment_over', at(-3)]]);
  expect(problemsOf({}, { enrolUntilMs: lastCloseMs + 1 })).toEqual([
    ['enrolUntil', 'enrolment_after_plan', lastCloseMs],
  ]);
  expect(problemsOf({}, { enrolUntilMs: lastCloseMs })).toEqual([]);
  expect(problemsOf({}, { appealDays: 2 })).toEqual([['appealDays', 'appeal_window_too_short', 3]]);
});

it('names what nobody can fulfil or pay also where the platform sets no bounds, and every problem at once', () => {
  const all = { restDays: noWeekday, depositMinor: 1, coolingOffDays: 5 };
  expect(problemsOf(all, { appealDays: 0 }, null).map(([field]) => field)).toEqual(['depositMinor', 'restDays']);
  expect(problemsOf(all, { appealDays: 0 }).map(([field]) => field)).toEqual([
    'depositMinor',
    'restDays',
    'appealDays',
    'coolingOffDays',
  ]);
});

it('says each in words, with the bound', () => {
  const [found] = publishingProblems({
    policy: policyWith({ currency: 'KWD', depositMinor: 1_005 }),
    appealDays: 3,
    enrolUntilMs: null,
    nowMs: at(-3),
    bounds: null,
  });
  expect(found?.message).toBe('must be in steps of 0.010 KWD');
});

describe('the settlement', () => {
  const DAY = 86_400_000;
  const scheduled = (changes: Partial<Policy>) => settlementSchedule(policyWith(changes), 3);

  it('comes after the last close, the make-ups, the review and the appeals', () => {
    expect(scheduled({ makeUp: { windowDays: 2, quota: 1 } })).toEqual({
      lastCloseMs,
      makeUpsEndMs: lastCloseMs + 2 * DAY,
      reviewEndsMs: lastCloseMs + 5 * DAY,
      settlesAtMs: lastCloseMs + 8 * DAY,
    });
    expect(scheduled({ checkIn: { ...base.checkIn, reviewDays: 1 } }).settlesAtMs).toBe(lastCloseMs + 4 * DAY);
  });

  it('is the same for all where the learner ends the day: as late as anybody can', () => {
    expect(scheduled({ dayBoundary: 'learner' }).lastCloseMs).toBe(lastCloseMs + DAY / 2);
  });

  it('has no instant where make-ups have no end, and one where they have', () => {
    expect(scheduled({ makeUp: unlimited })).toMatchObject({ makeUpsEndMs: null, settlesAtMs: null });
    expect(scheduled({ makeUp: { ...unlimited, endsOn: '2025-08-10' } }).makeUpsEndMs).toBe(lastCloseMs + 2 * DAY);
    expect(scheduled({ makeUp: { ...unlimited, endsOn: '2025-08-01' } }).makeUpsEndMs).toBe(lastCloseMs);
  });
});
