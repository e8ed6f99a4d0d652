import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type JsonWebKey } from 'node:crypto';
import { sign } from 'jsonwebtoken';

export const TOKEN_ISSUER = 'daka';
export const TOKEN_AUDIENCE = 'daka';
/** No token is valid for longer, so a key that signs no more can be forgotten after this. */
export const MAX_TOKEN_SECONDS = 3_600;

export interface PublicJwk extends JsonWebKey {
  kid: string;
  alg: 'ES256' | 'RS256';
  use: 'sig';
}

export interface SigningKey {
  kid: string;
  privateKeyPem: string;
  publicJwk: PublicJwk;
}

/** A fresh ES256 key. */
export function createSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomUUID();
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const jwk = createPublicKey(createPrivateKey(privateKeyPem)).export({ format: 'jwk' });
  return { kid, privateKeyPem, publicJwk: { ...jwk, kid, alg: 'ES256', use: 'sig' } };
}

/** A short-lived access token of an account. */
export function signAccessToken(options: {
  privateKeyPem: string;
  kid: string;
  sub: string;
  /** The sign-in that it belongs to, by its id. */
  sid?: string;
  /** See `User`; left out where there is none. */
  waits?: readonly string[];
  ttlSeconds: number;
}): string {
  const { sid, waits = [] } = options;
  const claims = { ...(sid !== undefined && { sid }), ...(waits.length > 0 && { waits }) };
  return sign(claims, options.privateKeyPem, {
    algorithm: 'ES256',
    keyid: options.kid,
    subject: options.sub,
    issuer: TOKEN_ISSUER,
    audience: TOKEN_AUDIENCE,
    expiresIn: options.ttlSeconds,
    jwtid: randomUUID(),
  });
}
