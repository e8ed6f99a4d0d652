import { signAccessToken } from '@daka/service-kit';
import type { AccessTokens, SigningKeys } from '../../ports';

/** Access tokens are signed here and checked by every service with the public keys alone. */
export function createAccessTokens(keys: SigningKeys, ttlSeconds: number): AccessTokens {
  return {
    ttlSeconds,
    sign: async (accountId, sessionId) =>
      signAccessToken({ ...(await keys.signing()), sub: accountId, sid: sessionId, ttlSeconds }),
    jwks: async () => ({ keys: [...(await keys.publicJwks())] }),
  };
}
