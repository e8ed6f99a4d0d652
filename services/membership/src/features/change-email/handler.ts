import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { ownAct } from '../../domain/audit';
import type { Ports } from '../../ports';
import type { TakesCodes } from '../codes';
import { freshLetter } from '../letters';
import { proveOwner, wrongPassword } from '../prove-again';

type Needs = TakesCodes & Pick<Ports, 'accounts' | 'emailChanges' | 'passwords' | 'linkSeal'>;
type No = Refused<
  | 'not_found'
  | 'wrong_credentials'
  | 'second_factor_needed'
  | 'wrong_code'
  | 'same_email'
  | 'too_many_attempts'
  | 'busy'
>;

/**
 * Writes to the new address; nothing changes before its link is used. The present address is told at once, so that its owner can stop
 * who knows the password. Whether somebody has the new address is looked up by whoever sends the letter: the answer is the same.
 */
export function createChangeEmail(needs: Needs, nudge: () => void) {
  const { accounts, emailChanges, attempts, wallClock } = needs;
  return async function changeEmail(
    { id, ...user }: User,
    { newEmail, ...proof }: z.infer<typeof membershipHttp.ChangeEmailBody>,
  ): Promise<No | null> {
    const sessionId = user.sessionId ?? null;
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    const unproven = await proveOwner(needs, account, { ...proof, sessionId });
    if (unproven !== null) return unproven;
    if (newEmail === account.email)
      return refuse('same_email', 'This is the address of the account already.', {
        fields: [{ path: 'newEmail', message: 'is the address already' }],
      });
    const waitSeconds = await attempts.take('letter', id);
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Some letters are on their way; ask again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    const change = { newEmail, sessionId, letter: freshLetter(needs, 'change_email') };
    const entry = ownAct('email_change_asked', id, { atMs: wallClock.nowMs(), sessionId });
    if (!(await emailChanges.ask(account, change, entry))) return wrongPassword();
    nudge();
    return null;
  };
}
export type ChangeEmail = ReturnType<typeof createChangeEmail>;
