import { membershipHttp as http } from '@daka/contracts';
import { begin, type SessionLife } from '../../domain/session';
import type { Ports, StartSession } from '../../ports';
import { formatToken } from '../../domain/refresh-token';
import { type GivesTokens, giveToken } from '../access-token';
import { accountBody } from '../present/account';

/** Opens a session for somebody whose password was just checked or set. */
export function createStartSession(
  needs: GivesTokens & Pick<Ports, 'sessions' | 'devices' | 'ids' | 'wallClock' | 'mustProve'>,
  life: SessionLife,
): StartSession {
  const { sessions, devices, ids, wallClock, mustProve } = needs;
  return async (account, { deviceSecret: knownDevice, device }) => {
    const nowMs = wallClock.nowMs();
    const id = ids.fresh();
    const secret = ids.secret();
    const deviceSecret = knownDevice ?? ids.secret();
    await devices.remember(account.id, ids.digest(deviceSecret));
    const session = begin({ id, accountId: account.id, tokenHash: ids.digest(secret), device }, nowMs, life);
    await sessions.add(session);
    const kept = (await sessions.ofAccount(account.id, nowMs)).slice(0, http.MAX_SESSIONS);
    if (kept.length === http.MAX_SESSIONS)
      await sessions.revokeOthers(
        account.id,
        kept.map((one) => one.id),
        { nowMs },
      );
    return {
      refreshToken: formatToken(id, secret),
      deviceSecret,
      body: { account: accountBody(account, { mustProve }), ...(await giveToken(needs, session)) },
    };
  };
}
