import { signAccessToken, waitsClaim } from '@daka/service-kit';
import type { AccessTokens, SigningKeys } from '../../ports';

/** Who waits for a second factor is to be let in soon after they have it. */
const WAITING_SECONDS = 60;

/** Access tokens are signed here and checked by every service with the public keys alone. */
export function createAccessTokens(keys: SigningKeys, longestSeconds: number): AccessTokens {
  return {
    async sign(accountId, sessionId, waits) {
      const ttlSeconds = waits.length > 0 ? Math.min(WAITING_SECONDS, longestSeconds) : longestSeconds;
      const claims = { sub: accountId, sid: sessionId, waits: waitsClaim(waits) };
      const accessToken = signAccessToken({ ...(await keys.signing()), ...claims, ttlSeconds });
      return { accessToken, expiresInSeconds: ttlSeconds };
    },
    jwks: async () => ({ keys: [...(await keys.publicJwks())] }),
  };
}
