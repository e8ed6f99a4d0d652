import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Ids } from '../../ports';

const SECRET_BYTES = 32;

export const ids: Ids = {
  fresh: () => randomUUID(),
  enrolment: (cohortId, learnerId, attempt) => nameBasedUuid(`${cohortId}/${learnerId}/${attempt}`),
  secret: () => randomBytes(SECRET_BYTES).toString('base64url'),
  digest: (secret) => createHash('sha256').update(secret).digest('hex'),
};

/** A UUID of version 8 (RFC 9562: own scheme) from the SHA-256 of a name. */
function nameBasedUuid(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
