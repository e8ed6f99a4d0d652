import { ConfigError, type Logger } from '@daka/service-kit';
import type { Ports } from '../../ports';

/**
 * Before anything is served: whether KEY is the one that all is stored under, and all of it stored anew where it has changed.
 * @throws ConfigError where it is another one, so that nobody's second factor is lost by a mistyped key.
 */
export async function openSeals(
  { sealedTexts }: Pick<Ports, 'sealedTexts'>,
  logger: Pick<Logger, 'info' | 'warn'>,
  { isChanging, isLost }: { isChanging: boolean; isLost: boolean },
): Promise<void> {
  if (!isLost && !(await sealedTexts.isOpen()))
    throw new ConfigError(
      `bad settings: KEY${isChanging ? ' and KEY_PREVIOUS open' : ' opens'} nothing of what is stored: it was stored under another one, ` +
        'which must be given as KEY, or as KEY_PREVIOUS to change it; KEY_LOST=yes starts without it',
    );
  const renewed = isChanging ? await sealedTexts.renew() : 0;
  const closed = await sealedTexts.closedFactors();
  if (isChanging)
    logger.info({ renewed }, 'all is stored under KEY; once each instance has it, KEY_PREVIOUS is of no more use');
  if (closed > 0)
    logger.warn(
      { accounts: closed },
      'second factors are stored under a KEY that was not given: their owners have only their recovery codes; give it as KEY_PREVIOUS',
    );
}
