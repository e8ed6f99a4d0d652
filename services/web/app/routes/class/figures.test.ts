import { checkinHttp } from '@daka/contracts';
import { dayAt, STATES } from '../../features/members/letters';
import { activeShare, daySums, firstEntryShare, silentOf } from './figures';

const row = (days: string, silentDays: number | null, lastEntryAt: string | null = '2026-03-02T00:00:00Z') => ({
  days,
  status: 'open' as const,
  silentDays,
  lastEntryAt,
});

it('knows the letters of the contracts, each once', () => {
  const turned = Object.fromEntries(Object.entries(checkinHttp.DAY_LETTERS).map(([state, letter]) => [letter, state]));
  expect(STATES).toEqual(turned);
});

it('adds up a day over all members; what was asked of nobody has no share', () => {
  expect(daySums([row('dxru', 0), row('mxeo', 0), row('dd-', 0)])).toEqual([
    { onTime: 2, madeUp: 1, missed: 0, notAsked: 0, share: 1 },
    { onTime: 1, madeUp: 0, missed: 2, notAsked: 0, share: 1 / 3 },
    { onTime: 0, madeUp: 0, missed: 0, notAsked: 2, share: null },
    { onTime: 0, madeUp: 0, missed: 0, notAsked: 0, share: null },
  ]);
  expect(daySums([])).toEqual([]);
});

it('counts as active who checked in within a week, of those whose days run', () => {
  expect(activeShare([row('', 6), row('', 7), row('', 2, null), row('', null)])).toEqual({ count: 1, of: 3 });
});

it('counts as begun who checked in at all, but not those who left with everything back', () => {
  const cancelled = { ...row('', null, null), status: 'cancelled' as const };
  expect(firstEntryShare([row('', 6), row('', 2, null), row('', null), cancelled])).toEqual({ count: 2, of: 3 });
});

it('lists who is silent, the longest first', () => {
  const [a, b, c] = [row('a', 8), row('b', 31), row('c', 3)];
  expect(silentOf([a, b, c, row('d', null)], 7)).toEqual([b, a]);
});

it('names a day by its place, over the end of a month', () => {
  expect(dayAt('2026-02-27', 2)).toBe('2026-03-01');
});
