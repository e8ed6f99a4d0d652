import { ownAct } from '../../domain/audit';
import { parseToken } from '../../domain/refresh-token';
import { judgeRefresh } from '../../domain/session';
import type { Ports } from '../../ports';

/** Ends the session that the token belongs to. Whoever has no session is signed out already. */
export function createSignOut({ sessions, ids, wallClock }: Pick<Ports, 'sessions' | 'ids' | 'wallClock'>) {
  return async function signOut(token: string | null): Promise<void> {
    const parsed = parseToken(token);
    const session = parsed && (await sessions.load(parsed.sessionId));
    if (!parsed || !session) return;
    const nowMs = wallClock.nowMs();
    if (judgeRefresh(session, ids.digest(parsed.secret), nowMs) === 'ended') return;
    const { id: sessionId, accountId } = session;
    await sessions.revoke(sessionId, ownAct('signed_out', accountId, { atMs: nowMs, sessionId }));
  };
}
export type SignOut = ReturnType<typeof createSignOut>;
