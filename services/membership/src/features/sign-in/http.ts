import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { UseCases } from '../use-cases';

export const signInRoute = route<UseCases>()({
  method: 'post', path: '/sessions', summary: 'Sign in', access: 'public',
  body: http.SignInBody,
  answers: { 201: http.SignedInBody, 401: refusals('wrong_credentials'), 429: refusals('too_many_attempts'), 503: refusals('busy') },
  handle: async ({ body, res }, { signIn, refreshCookie }) => {
    const signedIn = await signIn(body);
    if (isRefused(signedIn)) return signedIn;
    refreshCookie.set(res, signedIn.refreshToken);
    return signedIn.body;
  },
});
