import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Account, Ports } from '../../ports';
import { formatToken } from './refresh-token';

export interface SignedIn {
  body: z.infer<typeof membershipHttp.SignedInBody>;
  refreshToken: string;
}

/** Opens a session for somebody whose password was just checked or set. */
export function createStartSession({ sessions, accessTokens, ids, wallClock }: Pick<Ports, 'sessions' | 'accessTokens' | 'ids' | 'wallClock'>, lifetimeMs: number) {
  return async function startSession(account: Account): Promise<SignedIn> {
    const nowMs = wallClock.nowMs();
    const id = ids.fresh();
    const secret = ids.secret();
    await sessions.add({
      id, accountId: account.id, tokenHash: ids.digest(secret), previousHash: null,
      rotatedAtMs: nowMs, expiresAtMs: nowMs + lifetimeMs, revokedAtMs: null,
    });
    return {
      refreshToken: formatToken(id, secret),
      body: { account: accountBody(account), accessToken: accessTokens.sign(account.id), expiresInSeconds: accessTokens.ttlSeconds },
    };
  };
}
export type StartSession = ReturnType<typeof createStartSession>;

/** What the account's owner may see of it. */
export function accountBody({ id, email, displayName, timeZone, locale }: Account): z.infer<typeof membershipHttp.AccountBody> {
  return { id, email, displayName, timeZone, locale };
}
