import { route } from '@daka/service-kit';
import type { SecretCookie } from '../../ports';
import type { SignOut } from './handler';

export const signOutRoute = route<{ signOut: SignOut; refreshCookie: SecretCookie }>()({
  method: 'delete',
  path: '/sessions/current',
  summary: 'Sign out',
  access: 'public',
  answers: { 204: null },
  handle: async ({ req, res }, { signOut, refreshCookie }) => {
    await signOut(refreshCookie.read(req));
    refreshCookie.clear(res);
    return null;
  },
});
