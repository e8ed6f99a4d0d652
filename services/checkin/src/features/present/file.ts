import type { checkinHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { EntryFile } from '../../domain/calendar';

export function presentFile({ fileId, kind, seconds }: EntryFile): z.input<typeof checkinHttp.EntryFile> {
  return seconds === undefined ? { fileId, kind } : { fileId, kind, seconds };
}

export function presentReviewedFile(file: EntryFile): z.input<typeof checkinHttp.ReviewedFile> {
  return { ...presentFile(file), resembles: file.resembles ?? null };
}
