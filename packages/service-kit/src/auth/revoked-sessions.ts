import { z } from 'zod';
import { MAX_TOKEN_SECONDS } from './keys';

/** What is known may be so old, so a token outlives its sign-in by no more. */
const ASK_AFTER_MS = 1_000;
/** Whoever writes "ended now" may be seen a while later, by a clock of another instance. */
const LOOK_BACK_MS = 10_000;
/** Nobody waits longer for it than that. */
const ASK_TIMEOUT_MS = 1_000;

/** One page of the sign-ins that were ended from an instant on; the first page of a question says when it was answered. */
const AnswerSchema = z.object({ items: z.array(z.string()), nextCursor: z.string().optional(), asOfMs: z.int() });

/** Asks for a page; times are epoch ms by the clock of whoever is asked. `afterMs` null: all that a token may still name. */
export type AskRevoked = (
  page: { afterMs: number | null; cursor?: string | undefined },
  signal: AbortSignal,
) => Promise<z.infer<typeof AnswerSchema>>;

/** Sign-ins that were ended before their access tokens were over. */
export interface RevokedSessions {
  /**
   * Settles when what is known is at most a second old; null: it is. While nobody can be asked, what was known stays, nobody waits,
   * and it is asked again behind the answers: without membership those who are signed in go on.
   */
  refresh(): Promise<void> | null;
  has(sessionId: string): boolean;
}

/** Where membership tells it: beside its public keys. */
export function askRevokedBeside(jwksUrl: string): AskRevoked {
  return async ({ afterMs, cursor }, signal) => {
    const url = new URL('../sessions/revoked', jwksUrl);
    url.searchParams.set('limit', '200');
    if (afterMs !== null) url.searchParams.set('afterMs', String(afterMs));
    if (cursor !== undefined) url.searchParams.set('cursor', cursor);
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`${url.origin}${url.pathname} answered ${response.status}`);
    return AnswerSchema.parse(await response.json());
  };
}

/** Knows what was ended since the longest token was given. Each is forgotten when no token can name it any more. */
export function createRevokedSessions(ask: AskRevoked, wallClock: { nowMs(): number }): RevokedSessions {
  const known = new Map<string, number>();
  let from: { afterMs: number | null; cursor?: string | undefined } = { afterMs: null };
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let isAway = false;
  let asking: Promise<void> | null = null;

  /** What was read of a question stays read, so one that is cut goes on where it was. */
  async function look(signal: AbortSignal): Promise<void> {
    let asOfMs: number | null = null;
    do {
      const answer = await ask(from, signal);
      asOfMs ??= answer.asOfMs;
      const forgetAtMs = wallClock.nowMs() + MAX_TOKEN_SECONDS * 1_000;
      for (const id of answer.items) if (!known.has(id)) known.set(id, forgetAtMs);
      from = { ...from, cursor: answer.nextCursor };
    } while (from.cursor !== undefined);
    from = { afterMs: asOfMs - LOOK_BACK_MS };
  }

  function forget(): void {
    const nowMs = wallClock.nowMs();
    for (const [id, forgetAtMs] of known) {
      if (forgetAtMs > nowMs) return;
      known.delete(id);
    }
  }

  return {
    refresh() {
      const nowMs = wallClock.nowMs();
      if (nowMs - askedAtMs > ASK_AFTER_MS && asking === null) {
        askedAtMs = nowMs;
        asking = look(AbortSignal.timeout(ASK_TIMEOUT_MS))
          .then(
            () => void (isAway = false),
            () => void (isAway = true),
          )
          .finally(() => {
            asking = null;
            forget();
          });
      }
      return isAway ? null : asking;
    },
    has: (sessionId) => known.has(sessionId),
  };
}
