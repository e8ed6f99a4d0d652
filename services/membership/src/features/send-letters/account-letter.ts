import type { Logger } from '@daka/service-kit';
import { isGivenUp } from '../../domain/letter';
import { addressKnownText, letterText, type LetterText } from '../../domain/letter-text';
import type { DueLetter, Ports } from '../../ports';
import { failed } from './failed';

type Needs = Pick<Ports, 'accounts' | 'letters' | 'attempts' | 'mailer' | 'linkSeal' | 'wallClock' | 'publicOrigin'>;

/** Sends a letter with a link to an account's address, or to the one that it is to have. */
export function createSendAccountLetter(
  { accounts, letters, attempts, mailer, linkSeal, wallClock, publicOrigin }: Needs,
  logger: Pick<Logger, 'warn'>,
) {
  return async function sendAccountLetter(due: DueLetter): Promise<void> {
    const { account, kind, letter, to } = due;
    const token = linkSeal.open(letter.id, letter.sealed);
    if (token === null || wallClock.nowMs() >= letter.expiresAtMs) {
      // Sealed under a KEY that is no more, or too late: whoever waits for it may ask for another.
      await letters.done(account.id, kind, letter.id);
      logger.warn({ letter: letter.id, kind }, 'a letter is too late, or cannot be read any more, and is not sent');
      return;
    }
    const text = await textTo(due, token);
    if (text === null) return letters.done(account.id, kind, letter.id);
    try {
      await mailer.send({ id: letter.id, to, ...text });
      await letters.done(account.id, kind, letter.id);
    } catch (error) {
      const isOver = isGivenUp(letter, wallClock.nowMs());
      if (isOver) await letters.done(account.id, kind, letter.id);
      // Not the error itself: what a mail server answers names the address.
      logger.warn({ letter: letter.id, kind, attempts: letter.attempts, why: mailer.reasonOf(error) }, failed(isOver));
    }
  };

  /**
   * To a new address, which may be a stranger's: only so many, and no link where it has an account. Only here it is looked up whether it
   * has one. Null: nothing is sent.
   */
  async function textTo({ account, kind, letter, to }: DueLetter, token: string): Promise<LetterText | null> {
    if (kind === 'change_email') {
      if (letter.attempts === 1 && (await attempts.take('letter_to', to)) !== null) return null;
      const other = await accounts.byEmail(to);
      if (other !== null) return addressKnownText(other.locale, publicOrigin);
    }
    return letterText(kind, { locale: account.locale, origin: publicOrigin, token });
  }
}
