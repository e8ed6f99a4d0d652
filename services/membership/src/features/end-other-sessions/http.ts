import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const endOtherSessionsRoute = route<Pick<Ports, 'sessions' | 'wallClock'>>()({
  method: 'delete',
  path: '/sessions',
  summary: 'End every sign-in of mine but the one that asks',
  access: 'signed_in',
  answers: { 200: http.EndedSessionsBody },
  handle: async ({ user: { id, sessionId } }, { sessions, wallClock }) => {
    const kept = sessionId === undefined ? [] : [sessionId];
    return { ended: await sessions.revokeOthers(id, kept, { nowMs: wallClock.nowMs(), sessionId }) };
  },
});
