import { isRefused, type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports, SignedIn, StartSession, Visitor } from '../../ports';
import { verifyPassword } from '../passwords';

type Needs = Pick<Ports, 'signUps' | 'passwords' | 'attempts' | 'ids' | 'wallClock'>;
type No = Refused<'link_ended' | 'wrong_credentials' | 'too_many_attempts' | 'busy'>;

/**
 * Makes the account by the link that was sent to its address, and signs it in. The password is asked for too: who signs up with another's
 * address would otherwise get an account with it as soon as its owner opens the letter.
 */
export function createConfirmSignUp(needs: Needs, startSession: StartSession) {
  const { signUps, passwords, attempts, ids, wallClock } = needs;
  return async function confirmSignUp(
    { token, password }: z.infer<typeof membershipHttp.ConfirmSignUpBody>,
    visitor: Pick<Visitor, 'deviceSecret' | 'device'>,
  ): Promise<No | SignedIn> {
    const tokenHash = ids.digest(token);
    const begun = await signUps.withLink(tokenHash, wallClock.nowMs());
    if (begun === null) return refuse('link_ended');
    const waitSeconds = await attempts.take('password', begun.id);
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Too many wrong passwords; try again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    const isRight = await verifyPassword(passwords, password, begun.passwordHash);
    if (isRefused(isRight)) return isRight;
    if (!isRight) return refuse('wrong_credentials');
    await attempts.forget('password', begun.id);
    const account = await signUps.confirm(tokenHash, wallClock.nowMs());
    return account === null ? refuse('link_ended') : startSession(account, visitor);
  };
}
export type ConfirmSignUp = ReturnType<typeof createConfirmSignUp>;
