import { dayThatRuns, daysOf, keyOfEntry, reviewStateOf } from './rows';

const policy = { startsOn: '2026-03-02', days: 10, timeZone: 'Asia/Shanghai', dayEndsAt: '03:00' };

it.each([
  ['2026-03-04T18:59:59Z', '2026-03-04'], // one second to three at night in Shanghai
  ['2026-03-04T19:00:00Z', '2026-03-05'],
  ['2026-02-01T00:00:00Z', '2026-03-02'],
  ['2026-05-01T00:00:00Z', '2026-03-11'],
])('at %s the day that runs is %s', (now, day) => {
  expect(dayThatRuns(policy, Date.parse(now))).toBe(day);
});

it('ends with midnight where the day does', () => {
  const atMidnight = { ...policy, dayEndsAt: '00:00' };
  expect(dayThatRuns(atMidnight, Date.parse('2026-03-04T15:59:59Z'))).toBe('2026-03-04');
  expect(dayThatRuns(atMidnight, Date.parse('2026-03-04T16:00:00Z'))).toBe('2026-03-05');
});

it('counts the days of the cohort', () => {
  expect(daysOf({ startsOn: '2026-02-27', days: 3 })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});

const entry = {
  enrolmentId: 'e1',
  memberNumber: 1,
  day: '2026-03-04',
  acceptedAt: '2026-03-04T04:00:00.000Z',
  kind: 'on_time' as const,
  via: 'entry' as const,
  characters: 5,
  text: 'hello',
  files: [],
  rejected: null,
  rejectableUntil: '2026-03-07T04:00:00.000Z',
};
const untilMs = Date.parse(entry.rejectableUntil);

it.each([
  ['open', entry, untilMs - 1],
  ['closed', entry, untilMs],
  ['decided', { ...entry, rejectableUntil: null }, 0],
  ['rejected', { ...entry, rejectableUntil: null, rejected: { reason: 'copied', at: entry.acceptedAt } }, 0],
])('a check-in is %s', (review, one, nowMs) => {
  expect(reviewStateOf(one, nowMs)).toBe(review);
});

it('tells two check-ins of one day apart', () => {
  expect(keyOfEntry(entry)).not.toBe(keyOfEntry({ ...entry, acceptedAt: '2026-03-04T05:00:00.000Z' }));
});
