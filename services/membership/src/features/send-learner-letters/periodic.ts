import type { Logger } from '@daka/service-kit';
import { isGivenUp } from '../../domain/letter';
import { learnerInvitationText } from '../../domain/letter-text';
import type { DueLearnerInvitation, Ports } from '../../ports';

const MOST_AT_ONCE = 50;

type Needs = Pick<Ports, 'accounts' | 'learnerInvitations' | 'mailer' | 'linkSeal' | 'wallClock' | 'publicOrigin'>;

/** Tells whoever was invited to a cohort by a list; taken as other letters are, so that one may come twice, under one id, and none is lost. */
export function createSendLearnerLetters(needs: Needs, logger: Pick<Logger, 'warn'>) {
  const { accounts, learnerInvitations, mailer, linkSeal, wallClock, publicOrigin } = needs;

  return async function sendLearnerLetters(signal: AbortSignal): Promise<void> {
    for (let told = 0; told < MOST_AT_ONCE && !signal.aborted; told += 1) {
      const due = await learnerInvitations.takeDue(wallClock.nowMs());
      if (due === null) return;
      await tell(due);
    }
  };

  /** In the language of who invited, as nobody knows the other's. */
  async function tell({ id, letterId, sealed, email, ...due }: DueLearnerInvitation): Promise<void> {
    const locale = (await accounts.load(due.invitedBy))?.locale ?? 'zh-CN';
    const token = linkSeal.open(letterId, sealed);
    // Sealed under a KEY that is no more, too late, or tried too often.
    const isOver = token === null || isGivenUp(due, wallClock.nowMs());
    try {
      if (!isOver) {
        const letter = learnerInvitationText(locale, { origin: publicOrigin, token });
        await mailer.send({ id: letterId, to: email, ...letter });
      }
      await learnerInvitations.told(id, letterId);
    } catch (error) {
      // Not the error itself: what a mail server answers names the address.
      const why = mailer.reasonOf(error);
      logger.warn(
        { letter: letterId, kind: 'invite_learner', attempts: due.attempts, why },
        'a letter could not be sent and will be tried again',
      );
    }
  }
}
