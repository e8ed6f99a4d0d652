/** One sign-in on one device; each refresh replaces its token. Only hashes of tokens are kept. */
export interface Session {
  id: string;
  accountId: string;
  tokenHash: string;
  /** The token before, which a double-submitted refresh may still carry. */
  previousHash: string | null;
  rotatedAtMs: number;
  expiresAtMs: number;
  revokedAtMs: number | null;
}

/**
 * Two requests that left the browser together both carry the token that the first of them replaces. Within this time the second
 * gets an access token but no new refresh token, so a thief of an old token gains at most one access token and no session.
 */
export const DOUBLE_SUBMIT_GRACE_MS = 10_000;

/** What a presented refresh token means. `reused`: an old token came back, so one of its two holders stole it. */
export type RefreshVerdict = 'rotate' | 'double_submitted' | 'reused' | 'ended';

export function judgeRefresh(session: Session, presentedHash: string, nowMs: number): RefreshVerdict {
  if (session.revokedAtMs !== null) return 'reused';
  if (nowMs >= session.expiresAtMs) return 'ended';
  if (presentedHash === session.tokenHash) return 'rotate';
  const inGrace = presentedHash === session.previousHash && nowMs < session.rotatedAtMs + DOUBLE_SUBMIT_GRACE_MS;
  return inGrace ? 'double_submitted' : 'reused';
}

export function rotated(session: Session, tokenHash: string, time: { nowMs: number; lifetimeMs: number }): Session {
  return {
    ...session,
    tokenHash,
    previousHash: session.tokenHash,
    rotatedAtMs: time.nowMs,
    expiresAtMs: time.nowMs + time.lifetimeMs,
  };
}
