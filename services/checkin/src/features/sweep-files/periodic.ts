import { namesFile, UNUSED_KEPT_MS } from '../../domain/entry-files';
import type { Ports } from '../../ports';

const AT_ONCE = 50;

/**
 * Files that no check-in names are gone after a day. A check-in takes none that is so old, so that none is taken away from under it; one whose
 * use was not written down, because the process ended in between, is found in its calendar.
 */
export function createSweepFiles({ calendars, files, clock }: Pick<Ports, 'calendars' | 'files' | 'clock'>) {
  return async (signal: AbortSignal): Promise<void> => {
    const found = await files.unused(clock.nowMs() - UNUSED_KEPT_MS, AT_ONCE);
    for (const { fileId, placeId } of found) {
      if (signal.aborted) return;
      const day = namesFile(await calendars.load(placeId), fileId);
      if (day === null) await files.remove([fileId]);
      else await files.use([fileId], day);
    }
  };
}
