import { refuse, type Refused } from '@daka/contracts';

export interface Level {
  name: string;
  points: number;
}

export interface Criterion {
  name: string;
  /** From the least to the best. */
  levels: readonly Level[];
}

/** What a piece of homework is scored by, so that everybody is measured by the same, and knows by what before they write. */
export type Rubric = readonly Criterion[];

/** What was reached of one criterion, in the rubric's words: it stays to be read whatever becomes of the rubric. */
export interface Reached {
  criterion: string;
  level: string;
  points: number;
  mostPoints: number;
}

/** A score as it is given: by hand, or where there is a rubric by its levels, one for each criterion, from 1. */
export interface GivenScore {
  scorePercent: number | null;
  levels: readonly number[] | null;
}

export interface Score {
  scorePercent: number | null;
  /** Null: it does not come from a rubric. */
  reached: readonly Reached[] | null;
}

export type GivenScoreRefusal = 'score_by_rubric' | 'no_rubric' | 'levels_do_not_fit';

/** Where points rise, more of something is never worth less; two criteria of one name could not be told apart in an answer. */
export function refuseRubric(rubric: Rubric | null): Refused<'bad_rubric'> | null {
  const fields = (rubric ?? []).flatMap(({ name, levels }, at) => [
    ...(rubric?.findIndex((other) => other.name === name) === at
      ? []
      : [{ path: `rubric.${at}.name`, message: `"${name}" is there twice` }]),
    ...levels.flatMap(({ points }, level) => {
      const before = levels[level - 1]?.points ?? -1;
      return points > before
        ? []
        : [
            {
              path: `rubric.${at}.levels.${level}.points`,
              message: `more than ${before}, which the level before gives`,
            },
          ];
    }),
  ]);
  return fields.length === 0 ? null : refuse('bad_rubric', 'The rubric does not measure.', { fields });
}

/** The score that follows. None at all may be given; a part of the criteria may not: the sum would say something else than it seems to. */
export function scoreBy(
  rubric: Rubric | null,
  { scorePercent, levels }: GivenScore,
): Refused<GivenScoreRefusal> | Score {
  if (rubric === null)
    return levels === null
      ? { scorePercent, reached: null }
      : refuse('no_rubric', 'This homework has no rubric.', { fields: [{ path: 'levels', message: 'cannot be' }] });
  if (scorePercent !== null)
    return refuse('score_by_rubric', 'The score follows from the levels of the rubric.', {
      fields: [{ path: 'scorePercent', message: 'give levels instead' }],
    });
  if (levels === null) return { scorePercent: null, reached: null };
  const fields = misfits(rubric, levels);
  if (fields.length > 0)
    return refuse('levels_do_not_fit', `The rubric has ${rubric.length} criteria, each with its levels.`, { fields });
  const reached = rubric.flatMap(({ name, levels: known }, at): Reached[] => {
    const level = known[(levels[at] ?? 0) - 1];
    return level ? [{ criterion: name, level: level.name, points: level.points, mostPoints: mostOf(known) }] : [];
  });
  return { scorePercent: percentOf(reached), reached };
}

/** What a piece of work is scored by; null: no rubric. */
export async function rubricFor(
  { submissions }: { submissions: readonly { id: string; assignmentId: string }[] },
  submissionId: string,
  load: (assignmentId: string) => Promise<{ rubric: Rubric | null } | null>,
): Promise<Rubric | null> {
  const submission = submissions.find(({ id }) => id === submissionId);
  return (submission && (await load(submission.assignmentId)))?.rubric ?? null;
}

export function isSameRubric(one: Rubric | null, other: Rubric | null): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** Whatever order the fields were written in. */
function inOrder(rubric: Rubric | null): unknown {
  return rubric?.map(({ name, levels }) => [name, levels.map((level) => [level.name, level.points])]) ?? null;
}

function misfits(rubric: Rubric, levels: readonly number[]): { path: string; message: string }[] {
  if (levels.length !== rubric.length) return [{ path: 'levels', message: `${rubric.length}, one for each criterion` }];
  return levels.flatMap((level, at) => {
    const count = rubric[at]?.levels.length ?? 0;
    return level >= 1 && level <= count ? [] : [{ path: `levels.${at}`, message: `from 1 to ${count}` }];
  });
}

function mostOf(levels: readonly Level[]): number {
  return levels.at(-1)?.points ?? 0;
}

/** In hundredths, as scores are. */
function percentOf(reached: readonly Reached[]): number {
  const [sum, most] = reached.reduce(([a, b], { points, mostPoints }) => [a + points, b + mostPoints], [0, 0]);
  return Math.round((10_000 * sum) / most) / 100;
}
