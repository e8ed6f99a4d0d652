import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { ownAct } from '../../domain/audit';
import type { Ports } from '../../ports';

export const endSessionRoute = route<Pick<Ports, 'sessions' | 'wallClock'>>()({
  method: 'delete',
  path: '/sessions/:sessionId',
  summary: 'End a sign-in of mine on another device; a second time is fine',
  access: 'signed_in',
  params: http.SessionParams,
  answers: { 204: null, 404: refusals('not_found') },
  handle: async ({ params: { sessionId }, user }, { sessions, wallClock }) => {
    const session = await sessions.load(sessionId);
    if (session?.accountId !== user.id) return refuse('not_found');
    const atMs = wallClock.nowMs();
    await sessions.revoke(sessionId, ownAct('sign_in_ended', user.id, { atMs, sessionId: user.sessionId ?? null }));
    return null;
  },
});
