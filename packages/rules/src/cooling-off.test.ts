import { type CoolingOffTerms, coolingOffDays, coolingOffEndsMs } from './index.ts';

const terms: CoolingOffTerms = {
  startsOn: '2026-03-02',
  days: 30,
  dayEndsAt: '03:00',
  dayBoundary: 'learner',
  timeZone: 'Asia/Shanghai',
  coolingOffDays: 7,
};
const endsAt = (changes: Partial<CoolingOffTerms>, paidAt: string, timeZone = 'Europe/Paris'): string =>
  new Date(coolingOffEndsMs({ ...terms, ...changes }, { timeZone, paidAtMs: Date.parse(paidAt) })).toISOString();

it.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [20, 6],
  [21, 7],
  [22, 7],
  [365, 7],
])('lasts a third of %d days, at most a week, where the policy does not say: %d', (days, expected) => {
  expect(coolingOffDays({ days })).toBe(expected);
  expect(coolingOffDays({ days, coolingOffDays: 9 })).toBe(9);
  expect(coolingOffDays({ days, coolingOffDays: 0 })).toBe(0);
});

it.each([
  [
    "the opening of the first day in the learner's zone, where they paid long before",
    {},
    'Europe/Paris',
    '2026-03-02T02:00:00.000Z',
  ],
  ['... which is not midnight in UTC, nor the same for all', {}, 'America/New_York', '2026-03-02T08:00:00.000Z'],
  ["... or in the cohort's own", { dayBoundary: 'cohort' }, 'Europe/Paris', '2026-03-01T19:00:00.000Z'],
] as const)('ends at %s', (_, changes, timeZone, expected) => {
  expect(endsAt(changes, '2026-01-01T10:00:00Z', timeZone)).toBe(expected);
});

it.each([
  ['days after paying, to the second', {}, '2026-03-01T20:30:15Z', '2026-03-08T20:30:15.000Z'],
  [
    '... whole days of 24 hours, also over a change of the clocks',
    {},
    '2026-03-28T12:00:00Z',
    '2026-04-01T01:00:00.000Z',
  ],
  ['... never past the close of the last day', { days: 3 }, '2026-03-04T10:00:00Z', '2026-03-05T02:00:00.000Z'],
  [
    'the end of the plan, where that is over when they pay',
    { days: 3 },
    '2026-04-04T10:00:00Z',
    '2026-03-05T02:00:00.000Z',
  ],
  [
    'at once, where they pay after the start and the policy gives no days for it',
    { coolingOffDays: 0 },
    '2026-03-05T10:00:00Z',
    '2026-03-05T10:00:00.000Z',
  ],
] as const)('ends %s', (_, changes, paidAt, expected) => {
  expect(endsAt(changes, paidAt)).toBe(expected);
});
