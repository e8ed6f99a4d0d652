import { randomFillSync } from 'node:crypto';

const SALT_BYTES = 32;
/** Drawn at once: to ask the system for 32 bytes costs as much as to hash them. */
const DRAWN = 512;

const drawn = Buffer.alloc(DRAWN * SALT_BYTES);
let used = DRAWN;

/** 32 bytes that nobody can guess, in hexadecimal; none is given twice. */
export function newSalt(): string {
  if (used === DRAWN) {
    randomFillSync(drawn);
    used = 0;
  }
  const at = used * SALT_BYTES;
  used += 1;
  const salt = drawn.toString('hex', at, at + SALT_BYTES);
  // What was given away does not stay behind.
  drawn.fill(0, at, at + SALT_BYTES);
  return salt;
}
