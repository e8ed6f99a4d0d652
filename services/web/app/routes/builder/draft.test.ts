import type { Policy } from '@daka/rules';
import { contentOf, draftFrom, enrolUntilOf, newDraft, policyOf } from '../../features/class-draft/draft';
import { judge } from './judge';

const fresh = newDraft({ timeZone: 'Asia/Shanghai', startsOn: '2026-03-16' });
const nowMs = Date.parse('2026-03-02T04:00:00Z');
const judged = (changes: Partial<typeof fresh>) => {
  const draft = { ...fresh, ...changes };
  return judge({
    policy: policyOf(draft, null),
    learners: 100,
    appealDays: Number(draft.appealDays),
    enrolUntil: enrolUntilOf(draft),
    nowMs,
  });
};

/** With all that the form does not ask for. */
const stored: Policy = {
  currency: 'JPY',
  entryFeeMinor: 500,
  depositMinor: 4_200,
  startsOn: '2026-04-01',
  days: 10,
  timeZone: 'Asia/Tokyo',
  dayBoundary: 'learner',
  dayEndsAt: '04:30',
  restDays: { weekdays: [6, 7], dates: ['2026-04-03'] },
  checkIn: { minCharacters: 9, accepts: ['entry', 'homework'], review: 'auto', aheadDays: null, reviewDays: 5 },
  makeUp: { windowDays: null, quota: 3, endsOn: '2026-04-20' },
  grace: { days: 2 },
  removal: { per: 'never' },
  refund: { curve: 'threshold', requiredDays: 5, cadence: 'at_end' },
  coolingOffDays: 2,
  leave: { maxDays: 4 },
  charity: { name: 'Harbour Library', address: '1 Harbour Road' },
  forfeits: { finishersBps: 8_750, organiserBps: 0, charityBps: 1_250, sharedBy: 'perfect', ifNoFinishers: 'charity' },
};

it('is fit to be published from the start, but for its texts', () => {
  expect(judged({})).toMatchObject({ faults: [], warnings: [] });
});

it('keeps a stored policy through the form to the last field', () => {
  const cohort = {
    policy: stored,
    title: 'T',
    forWhom: null,
    rules: [],
    capacity: 7,
    appealDays: 4,
    enrolUntil: '2026-03-31T18:59:00.000Z',
  };
  const draft = draftFrom(cohort as unknown as Parameters<typeof draftFrom>[0], 'plum', fresh);
  expect(policyOf(draft, stored)).toEqual(stored);
  expect(draft).toMatchObject({ passphrase: 'plum', restDates: '2026-04-03', enrolUntil: '2026-04-01T03:59' });
  expect(contentOf(draft)).toMatchObject({
    title: 'T',
    capacity: 7,
    appealDays: 4,
    enrolUntil: '2026-03-31T18:59:00.000Z',
  });
});

it('takes dates of rest however they are set apart, each once', () => {
  const restDates = '2026-03-20，2026-03-18、2026-03-20; 2026-03-19';
  expect(policyOf({ ...fresh, restDates }, null).restDays.dates).toEqual(['2026-03-18', '2026-03-19', '2026-03-20']);
  expect(judged({ restDates: '2026-03-18, tomorrow' }).faults).toContainEqual(
    expect.objectContaining({ field: 'restDays.dates', why: 'not_valid' }),
  );
});

it('ends enrolment at a local time of the zone, also where clocks are changed, and with the first day where none is said', () => {
  const until = (enrolUntil: string, timeZone = 'Europe/Paris') =>
    contentOf({ ...fresh, enrolUntil, timeZone }).enrolUntil;
  expect(until('2026-03-28T20:00')).toBe('2026-03-28T19:00:00.000Z');
  expect(until('2026-03-29T20:00')).toBe('2026-03-29T18:00:00.000Z');
  expect(until('2026-03-29T20:00', '+08:00')).toBe('2026-03-29T12:00:00.000Z');
  expect(until('')).toBeNull();
  expect(until('2026-03-29T20:00', 'Mars/Olympus')).toBeNull();
});

it('takes amounts to the unit, in the digits of their currency', () => {
  expect(policyOf({ ...fresh, entryFee: '19.99', deposit: '1.1' }, null)).toMatchObject({
    entryFeeMinor: 1_999,
    depositMinor: 110,
  });
  expect(policyOf({ ...fresh, currency: 'JPY', deposit: '300' }, null).depositMinor).toBe(300);
});

it.each<[string, Partial<typeof fresh>, string, string]>([
  ['more digits than the unit has', { deposit: '300.005' }, 'depositMinor', 'not_valid'],
  ['an amount in words', { entryFee: 'one' }, 'entryFeeMinor', 'not_valid'],
  ['a negative amount', { deposit: '-1' }, 'depositMinor', 'not_valid'],
  ['no days', { days: '' }, 'days', 'not_valid'],
  ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone', 'not_valid'],
  ['shares of 90 %', { finishersPercent: '90' }, 'forfeits', 'not_valid'],
  ['less than can be charged', { entryFee: '0', deposit: '1' }, 'depositMinor', 'below_least'],
  ['days that are over', { startsOn: '2026-01-01' }, 'startsOn', 'plan_over'],
  ['no day but rest', { restWeekdays: [1, 2, 3, 4, 5, 6, 7] }, 'restDays', 'no_required_day'],
  [
    'a threshold beyond the days',
    { curve: 'threshold', requiredDays: '22' },
    'refund.requiredDays',
    'more_than_required_days',
  ],
  ['a short time to appeal', { appealDays: '2' }, 'appealDays', 'appeal_window_too_short'],
  ['make-ups without an end', { makeUpDays: '', makeUpQuota: '' }, 'makeUp.endsOn', 'make_ups_without_end'],
  [
    'much for the organiser',
    { finishersPercent: '70', organiserPercent: '30' },
    'forfeits.organiserBps',
    'organiser_share_too_large',
  ],
  ['an end of enrolment after the last day', { enrolUntil: '2027-01-01T00:00' }, 'enrolUntil', 'enrolment_after_plan'],
  ['an end of enrolment that has passed', { enrolUntil: '2026-03-01T00:00' }, 'enrolUntil', 'enrolment_over'],
  ['a charity without a name', { finishersPercent: '90', charityPercent: '10' }, 'charity', 'charity_missing'],
])('says what is wrong with %s', (_name, changes, field, why) => {
  expect(judged(changes).faults).toContainEqual(expect.objectContaining({ field, why }));
});

it('shows how the money goes at 40, 60 and 95 %, and nothing while it cannot be judged', () => {
  const { outlooks } = judged({});
  expect(outlooks.map(({ percent, outlook }) => [percent, outlook.perfect])).toEqual([
    [40, 40],
    [60, 60],
    [95, 95],
  ]);
  for (const { outlook } of outlooks) expect(outlook.returnedMinor + outlook.poolMinor).toBe(100 * 30_000);
  expect(judged({ days: 'many' }).outlooks).toEqual([]);
});

it('leaves out what is empty, and names no rule that says nothing', () => {
  const rules = [
    { title: ' Be kind ', text: 'Always.' },
    { title: ' ', text: '' },
  ];
  expect(contentOf({ ...fresh, title: ' Pages ', rules, capacity: 'x' })).toEqual({
    title: 'Pages',
    forWhom: null,
    whatFor: null,
    exchanged: null,
    rules: [rules[0]],
    appealDays: 3,
    enrolUntil: null,
  });
  expect(contentOf({ ...fresh, rules, passphrase: 'plum' })).not.toHaveProperty('passphrase');
  expect(contentOf({ ...fresh, rules, passphrase: ' Always ' })).toMatchObject({ passphrase: 'Always' });
});
