import type { Logger } from '@daka/service-kit';
import { isGivenUp } from '../../domain/letter';
import { noticeText } from '../../domain/notice-text';
import type { Ports } from '../../ports';

const MOST_AT_ONCE = 50;

/** Sends what is told without a link. A notice may come twice, under one id. */
export function createSendNotices(
  { notices, mailer, wallClock, publicOrigin }: Pick<Ports, 'notices' | 'mailer' | 'wallClock' | 'publicOrigin'>,
  logger: Pick<Logger, 'warn'>,
) {
  return async function sendNotices(signal: AbortSignal): Promise<void> {
    for (let sent = 0; sent < MOST_AT_ONCE && !signal.aborted; sent += 1) {
      const due = await notices.takeDue(wallClock.nowMs());
      if (due === null) return;
      const { id, to, kind, locale, attempts } = due;
      try {
        await mailer.send({ id, to, ...noticeText(kind, locale, publicOrigin) });
        await notices.done(id);
      } catch (error) {
        const isOver = isGivenUp(due, wallClock.nowMs());
        if (isOver) await notices.done(id);
        logger.warn({ letter: id, kind, attempts, why: mailer.reasonOf(error), isOver }, 'a letter was not sent');
      }
    }
  };
}
