import { createHash, randomBytes } from 'node:crypto';
import { seal as sealText, unseal as unsealText } from '@daka/service-kit';
import { z } from 'zod';
import type { Tokens } from '../../ports';

const Sealed = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** The value of a new cookie: 256 bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What a session is found by; tells nothing of the cookie. */
export function idOf(secret: string): string {
  return derive('id', secret).toString('base64url');
}

/** Under a key of the cookie's, which has no other use: so under no name. */
export function seal(secret: string, tokens: Tokens): string {
  return sealText(derive('key', secret), '', JSON.stringify(tokens));
}

/** @throws when it was sealed under another cookie, or altered. */
export function unseal(secret: string, sealed: string): Tokens {
  const text = unsealText(derive('key', secret), '', sealed);
  if (text === null) throw new Error('sealed under another cookie, or altered');
  return Sealed.parse(JSON.parse(text));
}

/** The secret has 256 bits of its own, so one hash a purpose is enough. */
function derive(purpose: 'id' | 'key', secret: string): Buffer {
  return createHash('sha256').update(`daka browser session ${purpose}|${secret}`).digest();
}
