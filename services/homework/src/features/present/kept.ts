import { type homeworkHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { KeptVerdict } from '../../domain/portfolio';
import { presentReached } from './reached';

/** A verdict as those who review see it; learners never do. */
export function presentKept({ feedback, sayAtMs }: KeptVerdict): z.infer<typeof homeworkHttp.KeptVerdict> {
  const { version, verdict, comment, scorePercent, reviewerId } = feedback;
  const reached = presentReached(feedback.reached);
  return {
    version,
    verdict,
    comment,
    scorePercent,
    reached,
    reviewerId,
    sayAt: sayAtMs === null ? null : iso(sayAtMs),
  };
}
