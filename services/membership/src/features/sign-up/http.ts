import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { UseCases } from '../use-cases';

export const signUpRoute = route<UseCases>()({
  method: 'post', path: '/accounts', summary: 'Sign up', access: 'public',
  body: http.SignUpBody,
  answers: { 201: http.SignedInBody, 409: refusals('email_taken'), 503: refusals('busy') },
  handle: async ({ body, res }, { signUp, refreshCookie }) => {
    const signedIn = await signUp(body);
    if (isRefused(signedIn)) return signedIn;
    refreshCookie.set(res, signedIn.refreshToken);
    return signedIn.body;
  },
});
