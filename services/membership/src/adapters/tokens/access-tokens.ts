import { type Clock, signAccessToken, waitsClaim } from '@daka/service-kit';
import type { AccessTokens, SigningKeys } from '../../ports';

/** Who waits for a second factor is to be let in soon after they have it. */
const WAITING_SECONDS = 60;

/** Access tokens are signed here and checked by every service with the public keys alone. */
export function createAccessTokens(keys: SigningKeys, wallClock: Clock, longestSeconds: number): AccessTokens {
  return {
    async sign({ accountId, id, expiresAtMs }, waits) {
      const leftSeconds = Math.max(1, Math.ceil((expiresAtMs - wallClock.nowMs()) / 1_000));
      const ttlSeconds = Math.min(longestSeconds, leftSeconds, waits.length > 0 ? WAITING_SECONDS : longestSeconds);
      const claims = { sub: accountId, sid: id, waits: waitsClaim(waits) };
      const accessToken = signAccessToken({ ...(await keys.signing()), ...claims, ttlSeconds });
      return { accessToken, expiresInSeconds: ttlSeconds };
    },
    jwks: async () => ({ keys: [...(await keys.publicJwks())] }),
  };
}
