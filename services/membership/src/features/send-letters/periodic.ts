import { type Logger, inParallel } from '@daka/service-kit';
import { isGivenUp, isTooSoon } from '../../domain/letter';
import { invitationText } from '../../domain/letter-text';
import type { DueInvitation, Ports } from '../../ports';
import { freshLetter } from '../letters';
import { createSendAccountLetter } from './account-letter';
import { createSendNotice } from './notice';
import { failed } from './failed';

const MOST_AT_ONCE = 50;
const CONNECTIONS = 4;

type Needs = Pick<
  Ports,
  | 'accounts'
  | 'letters'
  | 'resetRequests'
  | 'invitations'
  | 'notices'
  | 'attempts'
  | 'mailer'
  | 'ids'
  | 'linkSeal'
  | 'wallClock'
  | 'publicOrigin'
>;

/**
 * Writes the letters that were asked for without signing in, and sends what is due. A letter is taken by moving on when it is due next,
 * so that two processes do not send it at once and a process that dies leaves it to be sent again: a letter may come twice, under one id.
 */
export function createSendLetters(needs: Needs, logger: Pick<Logger, 'warn'>) {
  const { accounts, letters, resetRequests, invitations, notices, mailer, wallClock, publicOrigin } = needs;

  const sendNotice = createSendNotice(needs, logger);
  const send = createSendAccountLetter(needs, logger);

  return async function sendLetters(signal: AbortSignal): Promise<void> {
    for (const { id, email } of await resetRequests.oldest(MOST_AT_ONCE)) {
      const account = await accounts.byEmail(email);
      if (account !== null && !isTooSoon(await letters.of(account.id, 'reset_password'), wallClock.nowMs()))
        await letters.put(account.id, 'reset_password', freshLetter(needs, 'reset_password'));
      await resetRequests.remove(id);
    }
    for (let told = 0; told < MOST_AT_ONCE && !signal.aborted; told += 1) {
      const due = await invitations.takeDue(wallClock.nowMs());
      if (due === null) break;
      await tell(due);
    }
    for (let told = 0; told < MOST_AT_ONCE && !signal.aborted; told += 1) {
      const due = await notices.takeDue(wallClock.nowMs());
      if (due === null) break;
      await sendNotice(due);
    }
    while (!signal.aborted) {
      const due = await letters.takeDue(wallClock.nowMs(), MOST_AT_ONCE);
      await inParallel(due, CONNECTIONS, send);
      if (due.length < MOST_AT_ONCE) return;
    }
  };

  /** In the language of the owner, as nobody knows the other's. */
  async function tell({ id, letterId, email, invitedBy, attempts, expiresAtMs, status }: DueInvitation): Promise<void> {
    const locale = (await accounts.load(invitedBy))?.locale ?? 'zh-CN';
    try {
      if (status === 'open') await mailer.send({ id: letterId, to: email, ...invitationText(locale, publicOrigin) });
      await invitations.told(id);
    } catch (error) {
      const isOver = isGivenUp({ attempts, expiresAtMs }, wallClock.nowMs());
      if (isOver) await invitations.told(id);
      logger.warn({ letter: letterId, kind: 'invite_staff', attempts, why: mailer.reasonOf(error) }, failed(isOver));
    }
  }
}
