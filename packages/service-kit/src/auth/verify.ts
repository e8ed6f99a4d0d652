import { createPublicKey, type KeyObject } from 'node:crypto';
import { decode, verify, type JwtPayload } from 'jsonwebtoken';
import { z } from 'zod';
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type PublicJwk } from './keys';

/** Who asks: the account of a valid access token. */
export interface User {
  id: string;
}

export interface TokenVerifier {
  /** Null: the token is not one of ours, is not valid or is over. @throws when no key could be fetched. */
  verify(token: string): Promise<User | null>;
}

export type KeySource = () => Promise<readonly PublicJwk[]>;

const REFETCH_AFTER_MS = 5_000;
const MAX_REMEMBERED = 20_000;

/**
 * Verifies ES256 and RS256 tokens whose key id is in the key set. Verified tokens are remembered until they are over, because a
 * signature check costs more than all else in a small request.
 */
export function createTokenVerifier(options: { jwksUrl: string } | { keys: KeySource }): TokenVerifier {
  const keyOf = createKeyCache('keys' in options ? options.keys : () => fetchJwks(options.jwksUrl));
  const remembered = new Map<string, { user: User; expiresAtMs: number }>();

  return {
    async verify(token) {
      const known = remembered.get(token);
      if (known && known.expiresAtMs > Date.now()) return known.user;
      const kid = kidOf(token);
      const key = kid === null ? undefined : await keyOf(kid);
      const claims = key && claimsOf(token, key);
      if (!claims) return null;
      const user = { id: claims.sub };
      if (remembered.size >= MAX_REMEMBERED) forgetOldest(remembered);
      remembered.set(token, { user, expiresAtMs: claims.exp * 1000 });
      return user;
    },
  };
}

function forgetOldest(remembered: Map<string, unknown>): void {
  const oldest = remembered.keys().next();
  if (!oldest.done) remembered.delete(oldest.value);
}

function kidOf(token: string): string | null {
  try {
    return decode(token, { complete: true })?.header.kid ?? null;
  } catch {
    return null;
  }
}

function claimsOf(token: string, key: KeyObject): { sub: string; exp: number } | null {
  try {
    const claims = verify(token, key, { algorithms: ['ES256', 'RS256'], issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE }) as JwtPayload;
    return claims.sub && claims.exp ? { sub: claims.sub, exp: claims.exp } : null;
  } catch {
    return null;
  }
}

/** Keys by id; an unknown id asks the source again, at most every few seconds; the last good set is kept. */
function createKeyCache(source: KeySource): (kid: string) => Promise<KeyObject | undefined> {
  let keys = new Map<string, KeyObject>();
  let fetchedAtMs = -Infinity;
  let fetching: Promise<void> | null = null;

  async function refetch(): Promise<void> {
    const found = await source();
    keys = new Map(found.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
    fetchedAtMs = Date.now();
  }

  return async (kid) => {
    const known = keys.get(kid);
    if (known || Date.now() - fetchedAtMs < REFETCH_AFTER_MS) return known;
    fetching ??= refetch().finally(() => (fetching = null));
    await fetching;
    return keys.get(kid);
  };
}

const Jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string(), alg: z.enum(['ES256', 'RS256']) })) });

async function fetchJwks(url: string): Promise<readonly PublicJwk[]> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Jwks.parse(await response.json()).keys as PublicJwk[];
}
