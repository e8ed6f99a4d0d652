import { isRefused, type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { ownAct } from '../../domain/audit';
import type { Ports } from '../../ports';
import { hashNew } from '../passwords';
import { provePassword, wrongPassword } from '../prove-again';

type Needs = Pick<Ports, 'accounts' | 'passwords' | 'isGuessable' | 'sessions' | 'attempts' | 'wallClock'>;
type No = Refused<'not_found' | 'wrong_credentials' | 'too_many_attempts' | 'guessable_password' | 'busy'>;

/**
 * Sets another password and ends every other sign-in, so that whoever knew the old one is out. A sign-in alone is not enough: who finds
 * a device that was left open must know the password too, and their guesses are counted apart from those at signing in.
 */
export function createChangePassword(needs: Needs) {
  const { accounts, sessions, wallClock } = needs;
  return async function changePassword(
    { id, sessionId }: User,
    { currentPassword, newPassword }: z.infer<typeof membershipHttp.ChangePasswordBody>,
  ): Promise<No | null> {
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    const unproven = await provePassword(needs, account, currentPassword);
    if (unproven !== null) return unproven;

    const after = await hashNew(needs, newPassword, account, 'newPassword');
    if (isRefused(after)) return after;
    const atMs = wallClock.nowMs();
    const entry = ownAct('password_changed', id, { atMs, sessionId: sessionId ?? null });
    // Somebody else may have set one since: then the current one is not what this request knew.
    if (!(await accounts.setPassword(id, { before: account.passwordHash, after }, entry))) return wrongPassword();
    await sessions.revokeOthers(id, sessionId === undefined ? [] : [sessionId], {
      nowMs: wallClock.nowMs(),
      sessionId,
    });
    return null;
  };
}
export type ChangePassword = ReturnType<typeof createChangePassword>;
