import * as fc from 'fast-check';
import { drawnOf, inSight, inSightOf, offsetsOf } from './in-sight';

it('puts each row behind the one before; what was not measured is as high as the others on the average', () => {
  expect(offsetsOf(3, new Map(), 50)).toEqual([0, 50, 100, 150]);
  expect(
    offsetsOf(
      4,
      new Map([
        [0, 40],
        [2, 80],
      ]),
      50,
    ),
  ).toEqual([0, 40, 100, 180, 240]);
  expect(offsetsOf(0, new Map(), 50)).toEqual([0]);
});

it('has every row that is to be seen, and never many more, wherever the page stands', () => {
  const heights = fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 1, maxLength: 500 });
  const places = fc.record({
    top: fc.integer({ min: -2_000, max: 70_000 }),
    height: fc.integer({ min: 1, max: 2_000 }),
  });
  fc.assert(
    fc.property(heights, places, (all, { top, height }) => {
      const offsets = offsetsOf(all.length, new Map(all.entries()), 50);
      const { from, to } = inSight(offsets, top, top + height);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(all.length);
      all.forEach((own, row) => {
        const begins = offsets[row]!;
        if (begins < top + height && begins + own > top) expect(row >= from && row < to).toBe(true);
      });
      expect(to - from).toBeLessThanOrEqual((height + 1_200) / 20 + 18);
    }),
  );
});

it('has at least one row where there are some, also far away from them', () => {
  const offsets = offsetsOf(100, new Map(), 50);
  for (const top of [-100_000, 100_000]) {
    const { from, to } = inSight(offsets, top, top + 800);
    expect(to).toBeGreaterThan(from);
  }
  expect(inSight([0], 0, 800)).toEqual({ from: 0, to: 0 });
});

it('draws the row with the focus too, each once and in order', () => {
  expect(drawnOf({ from: 8, to: 11 }, 9, 100)).toEqual([8, 9, 10]);
  expect(drawnOf({ from: 8, to: 11 }, 2, 100)).toEqual([2, 8, 9, 10]);
  expect(drawnOf({ from: 8, to: 11 }, 50, 100)).toEqual([8, 9, 10, 50]);
  // A list that was shortened by a search.
  expect(drawnOf({ from: 8, to: 11 }, 50, 9)).toEqual([8]);
});

it('leaves as much room as what is not drawn would take, also where there is less than was in sight before', () => {
  const offsets = offsetsOf(10, new Map(), 40);
  expect(inSightOf({ from: 2, to: 5 }, offsets)).toEqual({ from: 2, to: 5, before: 80, whole: 400 });
  expect(inSightOf({ from: 8, to: 32 }, offsetsOf(3, new Map(), 40))).toEqual({
    from: 3,
    to: 3,
    before: 120,
    whole: 120,
  });
});
