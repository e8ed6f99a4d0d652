import type { Logger } from '@daka/service-kit';
import { isGivenUp } from '../../domain/letter';
import { expiresAtMs, noticeText } from '../../domain/notice';
import type { DueNotice, Ports } from '../../ports';
import { failed } from './failed';

type Needs = Pick<Ports, 'accounts' | 'notices' | 'mailer' | 'wallClock' | 'publicOrigin'>;

/** Tells the owner of an account what was done to it, in their language. */
export function createSendNotice(
  { accounts, notices, mailer, wallClock, publicOrigin }: Needs,
  logger: Pick<Logger, 'warn'>,
) {
  return async (notice: DueNotice): Promise<void> => {
    const { id, accountId, kind, to, attempts } = notice;
    const account = await accounts.load(accountId);
    if (account === null) return notices.told(id);
    try {
      const text = noticeText(kind, { locale: account.locale, origin: publicOrigin });
      await mailer.send({ id, to: to ?? account.email, ...text });
      await notices.told(id);
    } catch (error) {
      const isOver = isGivenUp({ attempts, expiresAtMs: expiresAtMs(notice) }, wallClock.nowMs());
      if (isOver) await notices.told(id);
      logger.warn({ letter: id, kind, attempts, why: mailer.reasonOf(error) }, failed(isOver));
    }
  };
}
