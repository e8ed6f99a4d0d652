import { choose, chosenOf, draftOf, levelsOf, nextOpen, pointsOf, type Rubric } from './levels';

const level = (name: string, points: number) => ({ name, points });
const rubric: Rubric = [
  { name: 'Argument', levels: [level('missing', 0), level('there', 3), level('clear', 6)] },
  { name: 'Language', levels: [level('rough', 1), level('good', 4)] },
  { name: 'Sources', levels: [level('none', 0), level('named', 5)] },
];

it('keeps what was chosen as a text, and reads of a text only what fits', () => {
  for (const chosen of [
    [3, null, 1],
    [1, 2, 2],
    [null, null, 2],
  ])
    expect(chosenOf(draftOf(chosen), rubric)).toEqual(chosen);
  expect(draftOf([null, null, null])).toBe('');
  // A score by hand, from before there was a rubric, and what another rubric had.
  for (const draft of ['', '80', '4,3,0', 'a,1.5,-1', '9']) expect(chosenOf(draft, rubric)).toEqual([null, null, null]);
  expect(chosenOf('2,2,2,2', rubric)).toEqual([2, 2, 2]);
});

it('takes another level, takes the same one away, and none that the criterion lacks', () => {
  const none = [null, null, null];
  expect(choose(none, rubric, 1, 2)).toEqual([null, 2, null]);
  expect(choose([1, 2, null], rubric, 1, 1)).toEqual([1, 1, null]);
  expect(choose([1, 2, null], rubric, 1, 2)).toEqual([1, null, null]);
  for (const wrong of [0, 3, 9]) expect(choose([1, 2, null], rubric, 1, wrong)).toEqual([1, 2, null]);
});

it('goes on to what lacks a level, and at the end stays', () => {
  expect(nextOpen([1, null, null], 0)).toBe(1);
  expect(nextOpen([1, 2, null], 0)).toBe(2);
  expect(nextOpen([null, 2, 1], 2)).toBe(0);
  expect(nextOpen([1, 2, 1], 0)).toBe(1);
  expect(nextOpen([1, 2, 1], 2)).toBe(2);
});

it('adds up the points, and sends all or none', () => {
  expect(pointsOf([2, 2, null], rubric)).toEqual({ points: 7, most: 15 });
  expect(pointsOf([null, null, null], rubric)).toEqual({ points: 0, most: 15 });
  expect(levelsOf([2, 2, 1])).toEqual([2, 2, 1]);
  expect(levelsOf([null, null, null])).toBeNull();
  expect(levelsOf([2, null, 1])).toBeUndefined();
});
