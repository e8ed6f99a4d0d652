import { signAccessToken, type SigningKey } from '@daka/service-kit';
import type { AccessTokens } from '../../ports';

/** Access tokens are signed here and checked by every service with the public key alone. */
export function createAccessTokens({ kid, privateKeyPem, publicJwk }: SigningKey, ttlSeconds: number): AccessTokens {
  return {
    ttlSeconds,
    sign: (accountId) => signAccessToken({ privateKeyPem, kid, sub: accountId, ttlSeconds }),
    jwks: () => ({ keys: [publicJwk] }),
  };
}
