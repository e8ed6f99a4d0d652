import { hash } from 'node:crypto';
import { createHashing, HASH_BYTES } from '@daka/proof';

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** What proofs hash with: the platform's SHA-256. */
export const hashing = createHashing(sha256Bytes);

/** By way of a short text, because a Buffer from outside of the heap costs twice as much as the hash in it. */
function sha256Bytes(bytes: Uint8Array): Uint8Array {
  const digest = hash('sha256', bytes, 'binary');
  const hashed = new Uint8Array(HASH_BYTES);
  for (let index = 0; index < HASH_BYTES; index += 1) hashed[index] = digest.charCodeAt(index);
  return hashed;
}
