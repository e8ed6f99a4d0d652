import * as z from '#zod';
import { EntrySchema, InstantSchema, LearnerSchema, PolicySchema } from './index.ts';
import { policyWith } from './testing/course.ts';

const base = policyWith();

it('accepts a policy as it is written', () => {
  expect(PolicySchema.parse(base)).toEqual(base);
  expect(
    PolicySchema.safeParse({
      ...base,
      makeUp: { windowDays: null, quota: null },
      checkIn: { ...base.checkIn, aheadDays: null },
    }).success,
  ).toBe(true);
});

it.each([
  ['an unknown field', { surprise: 1 }, ['surprise']],
  ['an unknown nested field', { makeUp: { windowDays: 0, quota: 0, days: 1 } }, ['makeUp', 'days']],
  ['a missing field', { depositMinor: undefined }, ['depositMinor']],
  ['a negative amount', { depositMinor: -1 }, ['depositMinor']],
  ['a fraction of a minor unit', { entryFeeMinor: 0.5 }, ['entryFeeMinor']],
  ['an amount beyond the safe integers', { depositMinor: 2 ** 53 }, ['depositMinor']],
  ['an amount as text', { depositMinor: '100' }, ['depositMinor']],
  ['no days', { days: 0 }, ['days']],
  ['more days than ten years', { days: 3_661 }, ['days']],
  ['a date that does not exist', { startsOn: '2025-02-29' }, ['startsOn']],
  ['a date out of range', { startsOn: '9999-12-31' }, ['startsOn']],
  ['a zone that does not exist', { timeZone: 'Mars/Olympus' }, ['timeZone']],
  ['an offset out of form', { timeZone: '+8' }, ['timeZone']],
  ['an offset out of range', { timeZone: '+24:00' }, ['timeZone']],
  ['an offset that no place has', { timeZone: '+14:01' }, ['timeZone']],
  ['... on the other side', { timeZone: '-12:01' }, ['timeZone']],
  ['a time of day that does not exist', { dayEndsAt: '24:00' }, ['dayEndsAt']],
  ['an eighth weekday', { restDays: { weekdays: [8], dates: [] } }, ['restDays', 'weekdays', 0]],
  ['a rest date that does not exist', { restDays: { weekdays: [], dates: ['2025-04-31'] } }, ['restDays', 'dates', 0]],
  ['removal after no misses', { removal: { misses: 0, per: 'week' } }, ['removal', 'misses']],
  ['removal without a count', { removal: { per: 'cohort' } }, ['removal', 'misses']],
  ['no removal, yet a count of misses', { removal: { per: 'never', misses: 2 } }, ['removal', 'misses']],
  ['an unknown removal', { removal: { per: 'month', misses: 2 } }, ['removal', 'per']],
  ['a rising curve without a ratio', { refund: { curve: 'rising', cadence: 'daily' } }, ['refund', 'ratio']],
  ['a rising curve that falls', { refund: { curve: 'rising', ratio: 0, cadence: 'daily' } }, ['refund', 'ratio']],
  ['a flat curve with a ratio', { refund: { curve: 'flat', ratio: 2, cadence: 'daily' } }, ['refund', 'ratio']],
  ['a threshold without its days', { refund: { curve: 'threshold', cadence: 'daily' } }, ['refund', 'requiredDays']],
  ['shares that are not the whole', { forfeits: { ...base.forfeits, charityBps: 1 } }, ['forfeits']],
  ['a negative cooling-off', { coolingOffDays: -1 }, ['coolingOffDays']],
])('refuses %s and names the field', (_, changes, path) => {
  expect(refusedPaths(PolicySchema.safeParse({ ...base, ...changes }))).toEqual([path]);
});

it('reads a threshold that nobody reaches: whether it may be published is another question', () => {
  expect(
    PolicySchema.safeParse({ ...base, refund: { curve: 'threshold', requiredDays: 6, cadence: 'at_end' } }).success,
  ).toBe(true);
});

it('reads what a policy may say besides', () => {
  const said = {
    ...base,
    checkIn: { ...base.checkIn, reviewDays: 7 },
    makeUp: { windowDays: null, quota: null, endsOn: '2025-08-20' },
    leave: { maxDays: 2 },
    charity: { name: 'Lifeboats', address: '1 Quay Street, Poole' },
  };
  expect(PolicySchema.parse(said)).toEqual(said);
});

it.each(['UTC', 'Asia/Kathmandu', '+05:45', '-03:30', '-12:00', '+14:00', 'Etc/GMT+8'])(
  'accepts the zone %s',
  (timeZone) => {
    expect(LearnerSchema.safeParse({ timeZone, excused: [] }).success).toBe(true);
  },
);

it.each(['Z', '', '-23:59', '+14:30', '-12:30', '2020-01-01T00:00Z', '+0800'])('refuses the zone "%s"', (timeZone) => {
  expect(refusedPaths(LearnerSchema.safeParse({ timeZone, excused: [] }))).toEqual([['timeZone']]);
});

it.each([
  '2025-03-05T11:33Z',
  '2025-03-05T11:33:07Z',
  '2025-03-05T11:33:07.123456Z',
  '2025-03-05T11:33+05:45',
  '2024-02-29T00:00:00-03:00',
])('accepts the instant %s', (instant) => {
  expect(InstantSchema.safeParse(instant).success).toBe(true);
});

it.each([
  '2025-03-05',
  '2025-03-05T11:33',
  '2025-02-29T00:00Z',
  '2025-03-05T24:00Z',
  '2025-03-05T11:60Z',
  'yesterday',
  1_741_174_380_000,
])('refuses the instant %s', (instant) => {
  expect(refusedPaths(EntrySchema.safeParse({ day: '2025-03-05', acceptedAt: instant, characters: 1 }))).toEqual([
    ['acceptedAt'],
  ]);
});

it('can be published as JSON Schema', () => {
  expect(z.toJSONSchema(PolicySchema)).toMatchObject({ type: 'object', additionalProperties: false });
  expect(z.toJSONSchema(EntrySchema)).toMatchObject({ required: ['day', 'acceptedAt', 'characters'] });
});

function refusedPaths(result: { success: boolean; error?: z.ZodError }): PropertyKey[][] {
  return (result.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
}
