import { route } from '@daka/service-kit';
import type { UseCases } from '../use-cases';

export const signOutRoute = route<UseCases>()({
  method: 'delete', path: '/sessions/current', summary: 'Sign out', access: 'public',
  answers: { 204: null },
  handle: async ({ req, res }, { signOut, refreshCookie }) => {
    await signOut(refreshCookie.read(req));
    refreshCookie.clear(res);
    return null;
  },
});
