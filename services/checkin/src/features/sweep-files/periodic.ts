import { createSweepFiles } from '@daka/service-kit/files';
import { namesFile } from '../../domain/entry-files';
import type { Ports } from '../../ports';

/** Files that no check-in names are gone after a day; those that one names, its calendar knows. */
export function createSweepEntryFiles({ calendars, ...ports }: Pick<Ports, 'calendars' | 'files' | 'clock'>) {
  return createSweepFiles(ports, async ({ fileId, placeId }) => namesFile(await calendars.load(placeId), fileId));
}
