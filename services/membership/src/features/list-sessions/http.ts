import { iso, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const listSessionsRoute = route<Pick<Ports, 'sessions' | 'wallClock'>>()({
  method: 'get',
  path: '/sessions',
  summary: 'Where I am signed in, the sign-in used last first',
  access: 'signed_in',
  answers: { 200: http.SessionList },
  handle: async ({ user }, { sessions, wallClock }) => {
    const found = await sessions.ofAccount(user.id, wallClock.nowMs());
    return {
      items: found
        .slice(0, http.MAX_SESSIONS)
        .map(({ id, device, startedAtMs, rotatedAtMs, expiresAtMs }) => ({
          id,
          device,
          startedAt: iso(startedAtMs),
          usedAt: iso(rotatedAtMs),
          endsAt: iso(expiresAtMs),
          isCurrent: id === user.sessionId,
        })),
    };
  },
});
