import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { ownAct } from '../../domain/audit';
import { writeNotice } from '../../domain/letter';
import type { Ports } from '../../ports';
import { confirmOwner, wrongPassword } from '../confirm-owner';
import { freshLetter } from '../letters';

type Needs = Pick<Ports, 'accounts' | 'emailChanges' | 'passwords' | 'attempts' | 'ids' | 'linkSeal' | 'wallClock'>;
type No = Refused<'not_found' | 'wrong_credentials' | 'too_many_attempts' | 'busy'>;

/**
 * Writes to the new address; nothing changes before its link is used. The present address is told at once, so that its owner can stop
 * who knows the password. Whether somebody has the new address is looked up by whoever sends the letter: the answer is the same.
 */
export function createChangeEmail(needs: Needs, nudge: () => void) {
  const { accounts, emailChanges, attempts, ids, wallClock } = needs;
  return async function changeEmail(
    { id, ...user }: User,
    { newEmail, password }: z.infer<typeof membershipHttp.ChangeEmailBody>,
  ): Promise<No | null> {
    const sessionId = user.sessionId ?? null;
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    const refused = await confirmOwner(needs, account, password);
    if (refused) return refused;
    const waitSeconds = await attempts.take('letter', id);
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Some letters are on their way; ask again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    const atMs = wallClock.nowMs();
    const { email: to, locale } = account;
    const notice = writeNotice({ id: ids.fresh(), to, kind: 'email_change_asked', locale }, atMs);
    const change = { newEmail, sessionId, letter: freshLetter(needs, 'change_email'), notice };
    const entry = ownAct('email_change_asked', id, { atMs, sessionId });
    if (!(await emailChanges.ask(account, change, entry))) return wrongPassword();
    nudge();
    return null;
  };
}
export type ChangeEmail = ReturnType<typeof createChangeEmail>;
