import { refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'emailChanges' | 'sessions' | 'attempts' | 'ids' | 'wallClock'>;

/** Makes an address the account's by the link that went to it. Every sign-in ends but the one that asked for it. */
export function createConfirmEmail({ emailChanges, sessions, attempts, ids, wallClock }: Needs, nudge: () => void) {
  return async function confirmEmail(token: string): Promise<Refused<'link_ended'> | null> {
    const changed = await emailChanges.confirm(ids.digest(token), wallClock.nowMs(), ids.fresh());
    if (changed === null) return refuse('link_ended');
    const { accountId, sessionId, formerEmail } = changed;
    await sessions.revokeOthers(accountId, sessionId === null ? [] : [sessionId], { nowMs: wallClock.nowMs() });
    await attempts.forget('account', formerEmail);
    nudge();
    return null;
  };
}
export type ConfirmEmail = ReturnType<typeof createConfirmEmail>;
