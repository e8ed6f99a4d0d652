import { pathOf, span } from './curves';

const day = (on: string, heldMinor: number, refundedMinor = 0, forfeitedMinor = 0) => ({
  day: on,
  total: { heldMinor, refundedMinor, forfeitedMinor },
});
const size = { width: 600, height: 200 };

it('steps on the days on which money moved, as wide as the days between them', () => {
  const days = [day('2026-03-01', 1_000), day('2026-03-02', 500, 500), day('2026-03-06', 0, 1_000)];
  expect(span(days)).toEqual({ first: '2026-03-01', last: '2026-03-06', mostMinor: 1_000 });
  expect(pathOf(days, 'held', size)).toBe('M0 0 H100 V100 H500 V200 H600');
  expect(pathOf(days, 'refunded', size)).toBe('M0 200 H100 V100 H500 V0 H600');
});

it('of one day is a line, and of nothing none', () => {
  expect(pathOf([day('2026-03-01', 7)], 'held', size)).toBe('M0 0 H600');
  expect(pathOf([day('2026-03-01', 0)], 'forfeited', size)).toBe('M0 200 H600');
  expect(pathOf([], 'held', size)).toBe('');
  expect(span([])).toEqual({ first: '', last: '', mostMinor: 0 });
});
