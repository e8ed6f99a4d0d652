/** One sign-in on one device; each refresh replaces its token. Only hashes of tokens are kept. */
export interface Session {
  id: string;
  accountId: string;
  tokenHash: string;
  /** The token before, which a double-submitted refresh may still carry. */
  previousHash: string | null;
  /** When it was last used: each refresh rotates. */
  rotatedAtMs: number;
  expiresAtMs: number;
  revokedAtMs: number | null;
  startedAtMs: number;
  /** What signed in, as it called itself; null: it did not say. */
  device: string | null;
}

/** How long a sign-in lasts unused, and altogether, however often it is used. */
export interface SessionLife {
  idleMs: number;
  longestMs: number;
}

const MAX_DEVICE_CHARACTERS = 200;

/**
 * Two requests that left the browser together both carry the token that the first of them replaces. Within this time the second
 * gets an access token but no new refresh token, so a thief of an old token gains at most one access token and no session.
 */
export const DOUBLE_SUBMIT_GRACE_MS = 10_000;

/** What a presented refresh token means. `reused`: an old token came back, so one of its two holders stole it. */
export type RefreshVerdict = 'rotate' | 'double_submitted' | 'reused' | 'revoked' | 'ended';

/** A sign-in that begins now. */
export function begin(
  fresh: Pick<Session, 'id' | 'accountId' | 'tokenHash' | 'device'>,
  nowMs: number,
  life: SessionLife,
): Session {
  const device = fresh.device?.slice(0, MAX_DEVICE_CHARACTERS) ?? null;
  return {
    ...fresh,
    device,
    previousHash: null,
    rotatedAtMs: nowMs,
    startedAtMs: nowMs,
    expiresAtMs: endMs(nowMs, nowMs, life),
    revokedAtMs: null,
  };
}

export function judgeRefresh(session: Session, presentedHash: string, nowMs: number): RefreshVerdict {
  if (session.revokedAtMs !== null) return 'revoked';
  if (nowMs >= session.expiresAtMs) return 'ended';
  if (presentedHash === session.tokenHash) return 'rotate';
  const inGrace = presentedHash === session.previousHash && nowMs < session.rotatedAtMs + DOUBLE_SUBMIT_GRACE_MS;
  return inGrace ? 'double_submitted' : 'reused';
}

export function rotated(session: Session, tokenHash: string, nowMs: number, life: SessionLife): Session {
  return {
    ...session,
    tokenHash,
    previousHash: session.tokenHash,
    rotatedAtMs: nowMs,
    expiresAtMs: endMs(session.startedAtMs, nowMs, life),
  };
}

function endMs(startedAtMs: number, usedAtMs: number, { idleMs, longestMs }: SessionLife): number {
  return Math.min(usedAtMs + idleMs, startedAtMs + longestMs);
}
