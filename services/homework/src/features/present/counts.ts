import { type homeworkHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { Counts } from '../../domain/counts';

/** The check-in that a piece of homework stands for; null: it is not known here. */
export function presentCounts(counts: Counts | null): z.infer<typeof homeworkHttp.Counts> | null {
  if (counts === null) return null;
  if (counts.status === 'none') return { status: 'none', day: counts.day ?? null, at: null, why: counts.why };
  const { status, day, atMs } = counts;
  return { status, day, at: iso(atMs), why: null };
}
