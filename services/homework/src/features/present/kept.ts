import { type homeworkHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { KeptVerdict } from '../../domain/portfolio';

/** A verdict as those who review see it; learners never do. */
export function presentKept({ feedback, sayAtMs }: KeptVerdict): z.infer<typeof homeworkHttp.KeptVerdict> {
  const { version, verdict, comment, scorePercent, reviewerId } = feedback;
  return { version, verdict, comment, scorePercent, reviewerId, sayAt: sayAtMs === null ? null : iso(sayAtMs) };
}
