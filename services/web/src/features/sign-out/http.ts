import { route } from '@daka/service-kit';
import type { SessionCookie, SessionKeeper } from '../../ports';

export const signOutRoute = route<{ keeper: SessionKeeper; cookie: SessionCookie }>()({
  method: 'delete',
  path: '/session',
  summary: 'Sign this browser out; a second time is fine',
  access: 'public',
  answers: { 204: null },
  async handle({ req, res }, { keeper, cookie }) {
    const secret = cookie.of(req);
    if (secret !== undefined) await keeper.end(secret);
    cookie.clear(res);
    return null;
  },
});
