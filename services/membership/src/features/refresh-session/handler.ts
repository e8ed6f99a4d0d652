import { refuse, type membershipHttp, type Refused, unreachable } from '@daka/contracts';
import type { z } from 'zod';
import { ownAct } from '../../domain/audit';
import { formatToken, parseToken } from '../../domain/refresh-token';
import { judgeRefresh, rotated, type Session, type SessionLife } from '../../domain/session';
import type { Ports } from '../../ports';
import { type GivesTokens, giveToken } from '../access-token';

type Needs = GivesTokens & Pick<Ports, 'sessions' | 'ids' | 'wallClock'>;

/** Refreshed. `refreshToken` is null for the second of a double-submitted pair: its twin's answer carries the new one. */
export interface Refreshed {
  body: z.infer<typeof membershipHttp.AccessTokenBody>;
  refreshToken: string | null;
}

/** Exchanges a refresh token for the next one; an old token that comes back ends the whole session. */
export function createRefreshSession(needs: Needs, life: SessionLife) {
  const { sessions, ids, wallClock } = needs;
  return async function refreshSession(
    token: string | null,
  ): Promise<Refused<'not_signed_in' | 'session_revoked'> | Refreshed> {
    const parsed = parseToken(token);
    if (!parsed) return refuse('not_signed_in');
    const presentedHash = ids.digest(parsed.secret);

    const session = await sessions.load(parsed.sessionId);
    if (!session) return refuse('not_signed_in');
    return settle(session, presentedHash, true);
  };

  async function settle(
    session: Session,
    presentedHash: string,
    mayRetry: boolean,
  ): Promise<Refused<'not_signed_in' | 'session_revoked'> | Refreshed> {
    const nowMs = wallClock.nowMs();
    const verdict = judgeRefresh(session, presentedHash, nowMs);
    switch (verdict) {
      case 'ended':
        return refuse('not_signed_in');
      case 'double_submitted':
        return refreshed(session, null);
      case 'revoked':
        return refuse('session_revoked', 'this sign-in was ended; sign in again');
      case 'reused':
        await sessions.revoke(
          session.id,
          ownAct('sign_in_reused', session.accountId, { atMs: nowMs, sessionId: session.id }),
        );
        return refuse('session_revoked', 'this sign-in was used twice and has ended; sign in again');
      case 'rotate': {
        const secret = ids.secret();
        const next = rotated(session, ids.digest(secret), nowMs, life);
        if (await sessions.replace(session, next)) return refreshed(next, formatToken(session.id, secret));
        // Somebody replaced it in between: judge what they left, once.
        const newer = mayRetry ? await sessions.load(session.id) : null;
        return newer ? settle(newer, presentedHash, false) : refuse('not_signed_in');
      }
      default:
        return unreachable(verdict, 'verdict');
    }
  }

  async function refreshed(session: Session, refreshToken: string | null): Promise<Refreshed> {
    return { refreshToken, body: await giveToken(needs, session) };
  }
}
export type RefreshSession = ReturnType<typeof createRefreshSession>;
