import { compilePlan } from '@daka/rules';
import { POLICY } from '../testing/policy';
import { type Counts, countsFor } from './counts';

const plan = compilePlan(POLICY, { timeZone: '+00:00', excused: ['2026-03-06'] });
const at = (instant: string) => Date.parse(`${instant}Z`);
const madeUp = [{ day: '2026-03-02', characters: 5, acceptedAtMs: at('2026-03-03T01:00') }];

const none = (why: Extract<Counts, { status: 'none' }>['why']): Counts => ({ status: 'none', why });

it.each<[string, string | null, string, number, Counts]>([
  ['its day, while that runs', '2026-03-03', '2026-03-03T12:00', 5, expected('2026-03-03', '2026-03-03T12:00')],
  ['the day that runs', null, '2026-03-03T12:00', 5, expected('2026-03-03', '2026-03-03T12:00')],
  [
    'its day once that opens, one minute before',
    '2026-03-03',
    '2026-03-02T23:59',
    5,
    { status: 'waits', day: '2026-03-03', atMs: at('2026-03-03T00:00') },
  ],
  ['its day as a make-up', '2026-03-03', '2026-03-04T12:00', 5, expected('2026-03-03', '2026-03-04T12:00')],
  ['no day: rest', '2026-03-04', '2026-03-04T12:00', 5, none('rest')],
  ['no day: rest runs', null, '2026-03-04T12:00', 5, none('rest')],
  ['no day: excused', '2026-03-06', '2026-03-06T12:00', 5, none('excused')],
  ['no day: past', '2026-03-03', '2026-03-05T00:00', 5, none('past')],
  ['no day: too short', '2026-03-03', '2026-03-03T12:00', 4, none('too_short')],
  ['no day: the plan has not begun', null, '2026-03-01T12:00', 5, none('no_day')],
  ['no day: outside the plan', '2026-04-01', '2026-03-03T12:00', 5, none('no_day')],
])('a text counts for %s', (_, day, instant, characters, counts) => {
  expect(countsFor({ plan, done: [] }, { day, characters, atMs: at(instant) })).toEqual(counts);
});

it('a text counts for no day that is done, and for none when the make-ups are used', () => {
  const days = { plan, done: madeUp };
  const offered = { characters: 5, atMs: at('2026-03-04T12:00') };
  expect(countsFor(days, { ...offered, day: '2026-03-02' })).toEqual(none('already_checked_in'));
  expect(countsFor(days, { ...offered, day: '2026-03-03' })).toEqual(none('no_make_ups_left'));
});

function expected(day: string, instant: string): Counts {
  return { status: 'expected', day, atMs: at(instant) };
}
