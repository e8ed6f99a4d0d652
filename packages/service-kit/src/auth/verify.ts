import { decode, verify } from 'jsonwebtoken';
import { z } from 'zod';
import { createCache, createCacheBudget, estimateBytes } from '../documents/cache';
import { createKeySource, type GivenKeys, type KeySource } from './key-source';
import { MAX_TOKEN_SECONDS, TOKEN_AUDIENCE, TOKEN_ISSUER } from './keys';
import { askRevokedBeside, createRevokedSessions, type RevokedSessions } from './revoked-sessions';

/** Who asks: the account of a valid access token. */
export interface User {
  id: string;
  /** The sign-in that the token was given to; tokens of earlier releases do not say it. */
  sessionId?: string;
  /** Organisations, by id, that ask their staff for a second factor, which this account does not have; absent: none. */
  waits?: readonly string[];
}

export interface TokenVerifier {
  /**
   * Null: the token is not one of ours, is not valid, is over, or its sign-in was ended, which is known a second later.
   * @throws KeysUnavailableError while no keys could be fetched at all.
   */
  verify(token: string): Promise<User | null>;
}

export interface TokenVerifierOptions {
  /** Asked when first needed, when a key is unknown (at most every few seconds) and every ten minutes; beside it, which sign-ins were ended. */
  jwksUrl?: string;
  /** Instead of jwksUrl. */
  keys?: GivenKeys;
  /** Instead of what is beside jwksUrl. With neither, a token counts until it is over. */
  revoked?: RevokedSessions;
  issuer?: string;
  audience?: string;
  wallClock?: { nowMs(): number };
}

interface Verified {
  user: User;
  expiresAtMs: number;
}

interface Expected {
  issuer: string;
  audience: string;
  nowMs: number;
}

/** A signed token that would outlive the key's retirement is none of ours. */
const Claims = z
  .object({
    sub: z.string().min(1).max(200),
    sid: z.string().max(200).optional(),
    waits: z.array(z.string().max(200)).optional(),
    iat: z.int(),
    exp: z.int(),
  })
  .refine(({ iat, exp }) => exp - iat <= MAX_TOKEN_SECONDS);

const MAX_REMEMBERED_BYTES = 8 * 2 ** 20;
const MAX_TOKEN_LENGTH = 4_096;

/**
 * Verifies ES256 and RS256 tokens whose key id is in the key set. Verified tokens are remembered until they are over, because a
 * signature check costs more than all else in a small request.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer = TOKEN_ISSUER, audience = TOKEN_AUDIENCE, wallClock = { nowMs: Date.now } } = options;
  const remember = () => createCache<Verified>(createCacheBudget(MAX_REMEMBERED_BYTES));
  let remembered = remember();
  const keys = createKeySource({ ...options, wallClock, onChange: () => (remembered = remember()) });
  const { jwksUrl } = options;
  const beside = jwksUrl === undefined ? null : createRevokedSessions(askRevokedBeside(jwksUrl), wallClock);
  const revoked = options.revoked ?? beside;

  async function signedFor(token: string): Promise<User | null> {
    const nowMs = wallClock.nowMs();
    keys.refreshWhenOld();
    const known = remembered.get(token);
    if (known && known.expiresAtMs > nowMs) return known.user;
    remembered.delete(token);
    const verified = await verifyWith(keys, token, { issuer, audience, nowMs });
    if (!verified) return null;
    remembered.set(token, verified, estimateBytes(token) + estimateBytes(verified));
    return verified.user;
  }

  return {
    async verify(token) {
      const user = await signedFor(token);
      if (user?.sessionId === undefined || revoked === null) return user;
      const older = revoked.refresh();
      if (older !== null) await older;
      return revoked.has(user.sessionId) ? null : user;
    },
  };
}

async function verifyWith(
  keys: KeySource,
  token: string,
  { issuer, audience, nowMs }: Expected,
): Promise<Verified | null> {
  const kid = token.length <= MAX_TOKEN_LENGTH ? kidOf(token) : undefined;
  const key = kid === undefined ? undefined : await keys.find(kid);
  if (!key) return null;
  try {
    const clockTimestamp = Math.floor(nowMs / 1000);
    const claims = Claims.safeParse(
      verify(token, key.publicKey, { algorithms: [key.algorithm], issuer, audience, clockTimestamp }),
    );
    if (!claims.success) return null;
    const { sub, sid, waits, exp } = claims.data;
    const user = { id: sub, ...(sid !== undefined && { sessionId: sid }), ...(waits !== undefined && { waits }) };
    return { user, expiresAtMs: exp * 1000 };
  } catch {
    // Not only its own errors: a signature of another length than the algorithm's is a TypeError there.
    return null;
  }
}

function kidOf(token: string): string | undefined {
  try {
    const kid: unknown = decode(token, { complete: true })?.header.kid;
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined; // A header or payload that is not JSON.
  }
}
