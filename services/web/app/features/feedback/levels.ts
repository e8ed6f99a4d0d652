import type { Assignment } from '../../api/queries';

export type Rubric = NonNullable<Assignment['rubric']>;

/** The level of each criterion, from 1; null: none is chosen yet. */
export type Chosen = readonly (number | null)[];

/** What was kept on this device, as far as it fits the rubric. */
export function chosenOf(draft: string, rubric: Rubric): Chosen {
  const kept = draft.split(',');
  return rubric.map(({ levels }, at) => {
    const level = Number(kept[at]);
    return Number.isInteger(level) && level >= 1 && level <= levels.length ? level : null;
  });
}

export function draftOf(chosen: Chosen): string {
  return chosen.every((level) => level === null) ? '' : chosen.map((level) => level ?? '').join();
}

/** The same with another level; one that the criterion does not have changes nothing, the one that it has already is taken away. */
export function choose(chosen: Chosen, rubric: Rubric, at: number, level: number): Chosen {
  const count = rubric[at]?.levels.length ?? 0;
  if (level < 1 || level > count) return chosen;
  return chosen.map((before, index) => (index !== at ? before : before === level ? null : level));
}

/** Which criterion comes after one: the next without a level, from there on and then from the first; where all have one, the next. */
export function nextOpen(chosen: Chosen, at: number): number {
  const order = chosen.map((_, step) => (at + 1 + step) % chosen.length);
  return order.find((index) => chosen[index] === null) ?? Math.min(at + 1, chosen.length - 1);
}

/** The points so far, of all that there are. */
export function pointsOf(chosen: Chosen, rubric: Rubric): { points: number; most: number } {
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
  return {
    points: sum(rubric.map(({ levels }, at) => levels[(chosen[at] ?? 0) - 1]?.points ?? 0)),
    most: sum(rubric.map(({ levels }) => levels.at(-1)?.points ?? 0)),
  };
}

/** As it is sent; null: none is given; undefined: some criteria lack theirs, so that the sum would say something else than it seems to. */
export function levelsOf(chosen: Chosen): number[] | null | undefined {
  const given = chosen.filter((level) => level !== null);
  if (given.length === 0) return null;
  return given.length === chosen.length ? given : undefined;
}
