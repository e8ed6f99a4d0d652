import { type checkinHttp, iso } from '@daka/contracts';
import type { KeptFile } from '@daka/service-kit/files';
import type { z } from 'zod';
import type { EntryFile } from '../../domain/calendar';
import { UNUSED_KEPT_MS } from '../../domain/entry-files';

export function presentUpload(file: KeptFile): z.input<typeof checkinHttp.Upload> {
  const { fileId, kind, bytes, received, status, refusal = null, createdAtMs, content } = file;
  const seconds = content?.seconds;
  return {
    fileId,
    kind,
    bytes,
    received,
    status,
    refusal,
    ...(seconds !== undefined && { seconds }),
    keptUntil: iso(createdAtMs + UNUSED_KEPT_MS),
  };
}

export function presentFile({ fileId, kind, seconds }: EntryFile): z.input<typeof checkinHttp.EntryFile> {
  return seconds === undefined ? { fileId, kind } : { fileId, kind, seconds };
}

export function presentReviewedFile(file: EntryFile): z.input<typeof checkinHttp.ReviewedFile> {
  return { ...presentFile(file), resembles: file.resembles ?? null };
}
