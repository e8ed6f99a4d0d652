import { type homeworkHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { Claim } from '../../domain/review-desk';

export function presentClaim({ submissionId, reviewerId, untilMs }: Claim): z.infer<typeof homeworkHttp.Claim> {
  return { submissionId, reviewerId, until: iso(untilMs) };
}
