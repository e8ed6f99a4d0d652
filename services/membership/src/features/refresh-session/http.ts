import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { SecretCookie } from '../../ports';
import type { RefreshSession } from './handler';

export const refreshSessionRoute = route<{ refreshSession: RefreshSession; refreshCookie: SecretCookie }>()({
  method: 'post',
  path: '/sessions/refresh',
  summary: 'Exchange the refresh cookie for an access token',
  access: 'public',
  answers: { 201: http.AccessTokenBody, 401: refusals('not_signed_in', 'session_revoked') },
  handle: async ({ req, res }, { refreshSession, refreshCookie }) => {
    const refreshed = await refreshSession(refreshCookie.read(req));
    if (isRefused(refreshed)) {
      refreshCookie.clear(res);
      return refreshed;
    }
    if (refreshed.refreshToken !== null) refreshCookie.set(res, refreshed.refreshToken);
    return refreshed.body;
  },
});
