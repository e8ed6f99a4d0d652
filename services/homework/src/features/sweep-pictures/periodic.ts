import { createSweepFiles } from '@daka/service-kit/files';
import { namesPicture } from '../../domain/pictures';
import type { Ports } from '../../ports';

/** Pictures that were never handed in are gone after a day; those that were, the portfolio knows. */
export function createSweepPictures({ portfolios, ...ports }: Pick<Ports, 'portfolios' | 'files' | 'clock'>) {
  return createSweepFiles(ports, async ({ fileId, placeId }) => namesPicture(await portfolios.load(placeId), fileId));
}
