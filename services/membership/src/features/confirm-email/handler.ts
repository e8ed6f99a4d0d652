import { refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'emailChanges' | 'sessions' | 'attempts' | 'ids' | 'wallClock'>;

/** Makes an address the account's by the link that went to it. Every sign-in ends but the one that asked for it. */
export function createConfirmEmail({ emailChanges, sessions, attempts, ids, wallClock }: Needs, nudge: () => void) {
  return async function confirmEmail(token: string): Promise<Refused<'link_ended'> | null> {
    const tokenHash = ids.digest(token);
    const asked = await emailChanges.withLink(tokenHash, wallClock.nowMs());
    if (asked === null) return refuse('link_ended');
    const { accountId, sessionId, formerEmail } = asked;
    const kept = sessionId === null ? [] : [sessionId];
    const endOthers = () => sessions.revokeOthers(accountId, kept, { nowMs: wallClock.nowMs() });
    // Before it too: should this process end in between, whoever was in elsewhere is out all the same.
    await endOthers();
    if (!(await emailChanges.confirm(tokenHash, wallClock.nowMs()))) return refuse('link_ended');
    await endOthers();
    await attempts.forget('account', formerEmail);
    nudge();
    return null;
  };
}
export type ConfirmEmail = ReturnType<typeof createConfirmEmail>;
