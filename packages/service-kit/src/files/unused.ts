import type { Clock } from '../clock';
import type { FileKind, Files, KeptFile } from './types';

const HOUR_MS = 3_600_000;
/** A file that nothing names is kept for so long. */
export const UNUSED_KEPT_MS = 24 * HOUR_MS;
/** And nothing takes one that has less left than this. */
const LEFT_MS = HOUR_MS;
const AT_ONCE = 50;

/** Whether an upload can become part of something at its place now. What something else has is there for good, and is for the caller to refuse. */
export function canBeUsed(
  { placeId, kind, status, createdAtMs, usedFor }: KeptFile,
  wanted: { placeId: string; kind: FileKind },
  nowMs: number,
): boolean {
  if (placeId !== wanted.placeId || kind !== wanted.kind || status !== 'ready') return false;
  return usedFor !== undefined || nowMs < createdAtMs + UNUSED_KEPT_MS - LEFT_MS;
}

/**
 * Files that nothing names are gone after a day. Nothing takes one that is so old, so that none is taken away from under it; one whose use was
 * not written down, because the process ended in between, is found by `usedFor`.
 */
export function createSweepFiles(
  { files, clock }: { files: Files; clock: Clock },
  usedFor: (file: KeptFile) => Promise<string | null>,
) {
  return async (signal: AbortSignal): Promise<void> => {
    for (const file of await files.unused(clock.nowMs() - UNUSED_KEPT_MS, AT_ONCE)) {
      if (signal.aborted) return;
      const use = await usedFor(file);
      if (use === null) await files.remove([file.fileId]);
      else await files.use([file.fileId], use);
    }
  };
}
