import type { Logger } from '@daka/service-kit';
import { isGivenUp } from '../../domain/letter';
import { addressKnownText, letterText } from '../../domain/letter-text';
import type { Ports, SignUpBegun } from '../../ports';

const MOST_AT_ONCE = 50;

type Needs = Pick<Ports, 'accounts' | 'signUps' | 'attempts' | 'mailer' | 'linkSeal' | 'wallClock' | 'publicOrigin'>;

/**
 * Writes to everybody who signed up: the link that makes the account, or, where there is one with the address, that there is. Only here
 * it is looked up which of the two it is.
 */
export function createSendSignUpLetters(needs: Needs, logger: Pick<Logger, 'warn'>) {
  const { accounts, signUps, attempts, mailer, linkSeal, wallClock, publicOrigin: origin } = needs;

  return async function sendSignUpLetters(signal: AbortSignal): Promise<void> {
    for (let sent = 0; sent < MOST_AT_ONCE && !signal.aborted; sent += 1) {
      const due = await signUps.takeDue(wallClock.nowMs());
      if (due === null) return;
      await send(due);
    }
  };

  async function send({ id, email, locale, letter }: SignUpBegun): Promise<void> {
    const known = await accounts.byEmail(email);
    const token = linkSeal.open(letter.id, letter.sealed);
    // Sealed under a KEY that is no more, or somebody fills a stranger's mailbox.
    if (token === null || (letter.attempts === 1 && (await attempts.take('letter_to', email)) !== null))
      return signUps.remove(id);
    const text =
      known === null ? letterText('sign_up', { locale, origin, token }) : addressKnownText(known.locale, origin);
    try {
      await mailer.send({ id: letter.id, to: email, ...text });
      await (known === null ? signUps.done(id) : signUps.remove(id));
    } catch (error) {
      const isOver = isGivenUp(letter, wallClock.nowMs());
      if (isOver) await signUps.remove(id);
      const why = mailer.reasonOf(error);
      logger.warn(
        { letter: letter.id, kind: 'sign_up', attempts: letter.attempts, why, isOver },
        'a letter was not sent',
      );
    }
  }
}
