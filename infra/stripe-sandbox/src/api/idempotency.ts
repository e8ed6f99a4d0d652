import { createHash } from 'node:crypto';
import type { KeyRecord } from '../state/records';
import type { Store } from '../state/store';
import { ApiError } from './error';

export type KeyUse = { readonly use: 'first' } | { readonly use: 'replay'; readonly stored: KeyRecord };

/** Keys of requests that are still running, per account. */
export type KeysInFlight = Set<string>;

export const keyInUse = (key: string): ApiError =>
  new ApiError(
    409,
    {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    },
    false,
  );

/** Whether the key is new, or its answer is to be replayed. Throws Stripe's refusals: other parameters, other endpoint, still running. */
export function judgeKey(
  store: Store,
  inFlight: KeysInFlight,
  { account, key, path, fingerprint }: { account: string; key: string; path: string; fingerprint: string },
): KeyUse {
  if (key.length > 255)
    throw new ApiError(
      400,
      { type: 'invalid_request_error', message: 'Idempotency keys can be at most 255 characters long.' },
      false,
    );
  if (inFlight.has(`${account}/${key}`)) throw keyInUse(key);
  const stored = store.keys.find(store.book(account), key);
  if (!stored) return { use: 'first' };
  if (stored.path !== path) {
    throw keyMisused(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${stored.path}' vs '${path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  if (stored.fingerprint !== fingerprint) {
    throw keyMisused(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  return { use: 'replay', stored };
}

const keyMisused = (message: string): ApiError => new ApiError(400, { type: 'idempotency_error', message }, false);

/** The same for the same parameters in any order. */
export const fingerprintOf = (params: unknown): string =>
  createHash('sha256').update(JSON.stringify(params, sortedKeys)).digest('base64url');

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
