import { createSweepFiles } from '@daka/service-kit/files';
import { namesFile } from '../../domain/files';
import type { Ports } from '../../ports';

/** Files that were never handed in are gone after a day; those that were, the portfolio knows. */
export function createSweepHandInFiles({ portfolios, ...ports }: Pick<Ports, 'portfolios' | 'files' | 'clock'>) {
  return createSweepFiles(ports, async ({ fileId, placeId }) => namesFile(await portfolios.load(placeId), fileId));
}
