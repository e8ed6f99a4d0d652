import { MAX_TOKEN_SECONDS } from '@daka/service-kit';
import type { PageAfter, Ports, RevokedSession } from '../../ports';

/** Sign-ins that were ended from an instant on, the earliest first, and when that was so; earlier than the longest token there is nothing to tell. */
export function createListRevokedSessions({ sessions, wallClock }: Pick<Ports, 'sessions' | 'wallClock'>) {
  return async function listRevokedSessions(
    afterMs: number | null,
    page: PageAfter<number>,
  ): Promise<{ found: RevokedSession[]; asOfMs: number }> {
    const asOfMs = wallClock.nowMs();
    const fromMs = Math.max(afterMs ?? 0, asOfMs - MAX_TOKEN_SECONDS * 1_000);
    return { found: await sessions.revoked(fromMs, page), asOfMs };
  };
}
export type ListRevokedSessions = ReturnType<typeof createListRevokedSessions>;
