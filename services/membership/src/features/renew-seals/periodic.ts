import type { Logger } from '@daka/service-kit';
import type { Ports } from '../../ports';

/**
 * While KEY changes: what another instance, which still had the former one alone, has sealed meanwhile. What is left of it to do is
 * nothing once each instance has the new one.
 */
export function createRenewSeals(
  { sealedTexts }: Pick<Ports, 'sealedTexts'>,
  logger: Pick<Logger, 'info'>,
): () => Promise<void> {
  return async () => {
    const renewed = await sealedTexts.renew();
    if (renewed > 0) logger.info({ renewed }, 'what stood under KEY_PREVIOUS stands under KEY now');
  };
}
