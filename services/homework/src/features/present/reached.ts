import type { homeworkHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Score } from '../../domain/rubric';

/** What the score comes from; null: no rubric was answered. */
export function presentReached(reached: Score['reached']): z.infer<typeof homeworkHttp.Reached>[] | null {
  return reached && [...reached];
}
