import { refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';

/**
 * By whoever runs the platform, when somebody else may be signed in as the owner of an account, or as many. Null: everybody's. Nobody is
 * kept from signing in again; access tokens that were given out are good until they are over.
 */
export function createEndSignIns({
  accounts,
  sessions,
  wallClock,
}: Pick<Ports, 'accounts' | 'sessions' | 'wallClock'>) {
  return async function endSignIns(email: string | null): Promise<Refused<'not_found'> | number> {
    const nowMs = wallClock.nowMs();
    if (email === null) {
      let ended = 0;
      for await (const accountId of sessions.signedIn(nowMs)) ended += await sessions.endAll(accountId, nowMs);
      return ended;
    }
    const account = await accounts.byEmail(email);
    return account === null ? refuse('not_found', 'No account has this address.') : sessions.endAll(account.id, nowMs);
  };
}
