import { isRefused, type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports } from '../../ports';
import { hashNew } from '../passwords';

type Needs = Pick<
  Ports,
  'accounts' | 'letters' | 'passwords' | 'isGuessable' | 'sessions' | 'attempts' | 'ids' | 'wallClock'
>;

/**
 * Sets another password by a link that was sent to the account's address, which it proves too. Every sign-in ends. A password that is
 * refused leaves the link good; the write that sets one ends it, so that of two who use it at once one sets the password.
 */
export function createResetPassword(needs: Needs) {
  const { letters, sessions, attempts, ids, wallClock } = needs;
  return async function resetPassword({
    token,
    newPassword,
  }: z.infer<typeof membershipHttp.ResetPasswordBody>): Promise<Refused<
    'link_ended' | 'guessable_password' | 'busy'
  > | null> {
    const tokenHash = ids.digest(token);
    const account = await letters.accountToReset(tokenHash, wallClock.nowMs());
    if (account === null) return refuse('link_ended');
    const endSignIns = () => sessions.revokeOthers(account.id, [], { nowMs: wallClock.nowMs() });
    const passwordHash = await hashNew(needs, newPassword, account, 'newPassword');
    if (isRefused(passwordHash)) return passwordHash;

    // Before it too: should this process end in between, whoever knew the old password is out all the same.
    await endSignIns();
    if (!(await letters.resetPassword(tokenHash, passwordHash, wallClock.nowMs()))) return refuse('link_ended');
    await endSignIns();
    // Whoever guessed at the old one no longer keeps the owner waiting.
    await attempts.forget('account', account.email);
    return null;
  };
}
export type ResetPassword = ReturnType<typeof createResetPassword>;
