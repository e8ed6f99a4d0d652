import type { Ports, StartSession } from '../../ports';
import { formatToken } from '../../domain/refresh-token';
import { accountBody } from '../present/account';

/** Opens a session for somebody whose password was just checked or set. */
export function createStartSession(
  {
    sessions,
    devices,
    accessTokens,
    ids,
    wallClock,
  }: Pick<Ports, 'sessions' | 'devices' | 'accessTokens' | 'ids' | 'wallClock'>,
  lifetimeMs: number,
): StartSession {
  return async (account, knownDevice) => {
    const nowMs = wallClock.nowMs();
    const id = ids.fresh();
    const secret = ids.secret();
    const deviceSecret = knownDevice ?? ids.secret();
    await devices.remember(account.id, ids.digest(deviceSecret));
    await sessions.add({
      id,
      accountId: account.id,
      tokenHash: ids.digest(secret),
      previousHash: null,
      rotatedAtMs: nowMs,
      expiresAtMs: nowMs + lifetimeMs,
      revokedAtMs: null,
    });
    return {
      refreshToken: formatToken(id, secret),
      deviceSecret,
      body: {
        account: accountBody(account),
        accessToken: await accessTokens.sign(account.id),
        expiresInSeconds: accessTokens.ttlSeconds,
      },
    };
  };
}
