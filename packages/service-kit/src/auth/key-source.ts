import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Public keys, or how to get them. */
export type GivenKeys = readonly JsonWebKey[] | (() => Promise<readonly JsonWebKey[]>);

export interface VerificationKey {
  publicKey: KeyObject;
  /** Follows from the key, never from a token. */
  algorithm: 'ES256' | 'RS256';
}

export interface KeySource {
  /** @throws KeysUnavailableError while no set of keys could be fetched at all. */
  find(kid: string): Promise<VerificationKey | undefined>;
  /** Fetches in the background when the keys are old, so that a withdrawn key stops to count. */
  refreshWhenOld(): void;
}

/** Nobody can be recognised right now. */
export class KeysUnavailableError extends Error {
  override name = 'KeysUnavailableError';
}

const REFRESH_AFTER_MS = 10 * 60_000;
const RETRY_AFTER_MS = 3_000;
const FETCH_TIMEOUT_MS = 3_000;
const MIN_RSA_BITS = 2_048;

const Jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })).max(50) });

/** Public keys by id: given ones, or those behind a URL, of which the last good set is kept. */
export function createKeySource({
  jwksUrl,
  keys: given,
  wallClock,
  onChange,
}: {
  jwksUrl?: string;
  keys?: GivenKeys;
  wallClock: { nowMs(): number };
  onChange(): void;
}): KeySource {
  let keys = Array.isArray(given) ? readKeys(given) : null;
  const fetchKeys = typeof given === 'function' ? given : jwksUrl === undefined ? null : () => fetchJwks(jwksUrl);
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;
  let problem: unknown;

  /** One fetch at a time, and not more often than every few seconds, however many unknown keys are offered. */
  function refresh(): Promise<void> {
    if (fetching) return fetching;
    if (!fetchKeys || wallClock.nowMs() - triedAtMs < RETRY_AFTER_MS) return Promise.resolve();
    triedAtMs = wallClock.nowMs();
    fetching = load(fetchKeys)
      .catch((error: unknown) => void (problem = error))
      .finally(() => (fetching = null));
    return fetching;
  }

  async function load(fetchKeys: () => Promise<readonly JsonWebKey[]>): Promise<void> {
    keys = readKeys(await fetchKeys());
    onChange();
  }

  return {
    async find(kid) {
      if (!keys?.has(kid)) await refresh();
      if (!keys) throw new KeysUnavailableError('the keys of access tokens could not be fetched', { cause: problem });
      return keys.get(kid);
    },
    refreshWhenOld() {
      if (wallClock.nowMs() - triedAtMs > REFRESH_AFTER_MS) void refresh();
    },
  };
}

async function fetchJwks(url: string): Promise<JsonWebKey[]> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  // Whatever else a key holds is judged where it is made a key of.
  return Jwks.parse(await response.json()).keys as JsonWebKey[];
}

/** Leaves out what is not fit for ES256 or RS256. */
function readKeys(jwks: readonly JsonWebKey[]): Map<string, VerificationKey> {
  const read = new Map<string, VerificationKey>();
  for (const jwk of jwks) {
    const { kid } = jwk;
    const key = readKey(jwk);
    if (typeof kid === 'string' && key) read.set(kid, key);
  }
  return read;
}

function readKey(jwk: JsonWebKey): VerificationKey | null {
  const isEc = jwk.kty === 'EC' && jwk.crv === 'P-256';
  if (!isEc && jwk.kty !== 'RSA') return null;
  try {
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    if (!isEc && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS) return null;
    return { publicKey, algorithm: isEc ? 'ES256' : 'RS256' };
  } catch {
    return null;
  }
}
