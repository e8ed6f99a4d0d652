import { chosenOf, levelsOf, type Rubric } from '../../features/feedback/levels';

/** A score as it is sent: one of the two, or none. */
export interface GivenScore {
  scorePercent: number | null;
  levels: readonly number[] | null;
}

/** What a score says; null: none is given, undefined: it is none. */
export function percentOf(score: string): number | null | undefined {
  const said = score.trim();
  if (said === '') return null;
  const percent = Number(said);
  return /^\d{1,3}(\.\d+)?$/.test(said) && percent <= 100 ? percent : undefined;
}

/** What was chosen or typed, or what is wrong with it. */
export function scoreOf(draft: string, rubric: Rubric | null): GivenScore | 'queue.scoreRange' | 'rubric.someMissing' {
  if (rubric === null) {
    const scorePercent = percentOf(draft);
    return scorePercent === undefined ? 'queue.scoreRange' : { scorePercent, levels: null };
  }
  const levels = levelsOf(chosenOf(draft, rubric));
  return levels === undefined ? 'rubric.someMissing' : { scorePercent: null, levels };
}
