import { isRefused } from '@daka/contracts';
import * as fc from 'fast-check';
import { isSameRubric, refuseRubric, type Rubric, rubricFor, scoreBy } from './rubric';

const rubric: Rubric = [
  {
    name: 'Argument',
    levels: [
      { name: 'missing', points: 0 },
      { name: 'there', points: 3 },
      { name: 'clear', points: 6 },
    ],
  },
  {
    name: 'Language',
    levels: [
      { name: 'rough', points: 1 },
      { name: 'good', points: 4 },
    ],
  },
];
const byLevels = (...levels: number[]) => ({ scorePercent: null, levels });
const fieldsOf = (refused: unknown) => (refused as { fields: { path: string; message: string }[] }).fields;

describe('a rubric', () => {
  it('is fine where more is worth more, and criteria can be told apart', () => {
    expect(refuseRubric(null)).toBeNull();
    expect(refuseRubric(rubric)).toBeNull();
  });

  it('names each level that is worth no more than the one before, and each name that comes again', () => {
    const levels = [
      { name: 'rough', points: 4 },
      { name: 'good', points: 4 },
      { name: 'best', points: 3 },
    ];
    const refused = refuseRubric([...rubric, { name: 'Argument', levels }]);
    expect(refused).toMatchObject({ refused: 'bad_rubric' });
    expect(fieldsOf(refused).map(({ path }) => path)).toEqual([
      'rubric.2.name',
      'rubric.2.levels.1.points',
      'rubric.2.levels.2.points',
    ]);
  });

  it('is the same whatever order its fields were written in, and another by a point, a name or a level', () => {
    const turned = rubric.map(({ name, levels }) => ({
      levels: levels.map(({ name: level, points }) => ({ points, name: level })),
      name,
    }));
    expect(isSameRubric(rubric, turned)).toBe(true);
    expect(isSameRubric(null, null)).toBe(true);
    for (const other of [null, rubric.slice(1), [{ ...rubric[0]!, name: 'Reasons' }, rubric[1]!]])
      expect(isSameRubric(rubric, other)).toBe(false);
    const worthMore = [rubric[0]!, { name: 'Language', levels: [rubric[1]!.levels[0]!, { name: 'good', points: 5 }] }];
    expect(isSameRubric(rubric, worthMore)).toBe(false);
  });
});

describe('a score', () => {
  it('is the points that were reached of all that there are, and says of each criterion what was reached', () => {
    expect(scoreBy(rubric, byLevels(2, 2))).toEqual({
      scorePercent: 70,
      reached: [
        { criterion: 'Argument', level: 'there', points: 3, mostPoints: 6 },
        { criterion: 'Language', level: 'good', points: 4, mostPoints: 4 },
      ],
    });
    expect(scoreBy(rubric, byLevels(3, 2))).toMatchObject({ scorePercent: 100 });
    expect(scoreBy(rubric, byLevels(1, 1))).toMatchObject({ scorePercent: 10 });
  });

  it('need not be given, with a rubric or without', () => {
    const none = { scorePercent: null, levels: null };
    expect(scoreBy(rubric, none)).toEqual({ scorePercent: null, reached: null });
    expect(scoreBy(null, none)).toEqual({ scorePercent: null, reached: null });
    expect(scoreBy(null, { scorePercent: 81.5, levels: null })).toEqual({ scorePercent: 81.5, reached: null });
  });

  it.each([
    ['score_by_rubric', rubric, { scorePercent: 90, levels: null }, ['scorePercent']],
    ['score_by_rubric', rubric, { scorePercent: 90, levels: [2, 2] }, ['scorePercent']],
    ['no_rubric', null, byLevels(2, 2), ['levels']],
    ['levels_do_not_fit', rubric, byLevels(2), ['levels']],
    ['levels_do_not_fit', rubric, byLevels(2, 2, 1), ['levels']],
    ['levels_do_not_fit', rubric, byLevels(4, 2), ['levels.0']],
    ['levels_do_not_fit', rubric, byLevels(0, 3), ['levels.0', 'levels.1']],
  ] as const)('is refused: %s', (code, of, given, paths) => {
    const refused = scoreBy(of, given);
    expect(refused).toMatchObject({ refused: code });
    expect(fieldsOf(refused).map(({ path }) => path)).toEqual(paths);
  });

  it('lies between 0 and 100, and a better level of one criterion is never worth less', () => {
    const levels = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 });
    const rubrics = fc
      .array(levels, { minLength: 1, maxLength: 10 })
      .map((all): Rubric =>
        all.map((points, at) => ({
          name: `criterion ${at}`,
          levels: [...points].sort((a, b) => a - b).map((one) => ({ name: `worth ${one}`, points: one })),
        })),
      );
    const drawn = rubrics.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.tuple(...one.map((criterion) => fc.integer({ min: 1, max: criterion.levels.length }))),
      ),
    );
    const percent = (one: Rubric, chosen: readonly number[]): number => {
      const score = scoreBy(one, { scorePercent: null, levels: chosen });
      if (isRefused(score) || score.scorePercent === null) throw new Error('it fits');
      return score.scorePercent;
    };
    fc.assert(
      fc.property(drawn, ([one, chosen]) => {
        expect(refuseRubric(one)).toBeNull();
        const scored = percent(one, chosen);
        expect(scored).toBeGreaterThanOrEqual(0);
        expect(scored).toBeLessThanOrEqual(100);
        chosen.forEach((level, at) => {
          if (level < one[at]!.levels.length)
            expect(percent(one, chosen.with(at, level + 1))).toBeGreaterThanOrEqual(scored);
        });
        expect(
          percent(
            one,
            one.map((criterion) => criterion.levels.length),
          ),
        ).toBe(100);
      }),
    );
  });
});

it('is that of the assignment that was handed in for', async () => {
  const portfolio = { submissions: [{ id: 's', assignmentId: 'a' }] };
  const load = async (id: string) => (id === 'a' ? { rubric } : null);
  expect(await rubricFor(portfolio, 's', load)).toBe(rubric);
  expect(await rubricFor(portfolio, 'another', load)).toBeNull();
  expect(await rubricFor({ submissions: [{ id: 's', assignmentId: 'b' }] }, 's', load)).toBeNull();
});
