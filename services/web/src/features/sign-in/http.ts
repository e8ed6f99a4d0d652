import { isRefused, membershipHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import type { SignIn } from './handler';

const answers = {
  201: z.object({ account: membershipHttp.AccountBody }),
  400: refusals('invalid_request'),
  401: refusals('wrong_credentials', 'second_factor_needed', 'passkey_needed', 'wrong_code', 'wrong_passkey'),
  403: refusals('foreign_origin'),
  404: refusals('link_ended'),
  429: refusals('too_many_attempts'),
  503: refusals('busy'),
} as const;

export const signInRoute = route<{ signIn: SignIn }>()({
  method: 'post',
  path: '/session',
  summary: 'Sign this browser in; it gets a cookie and no token',
  access: 'public',
  body: membershipHttp.SignInBody,
  answers,
  handle: async ({ body, req, res }, { signIn }) => shown(await signIn('/sessions', body, req, res)),
});

export const signInByPasskeyRoute = route<{ signIn: SignIn }>()({
  method: 'post',
  path: '/session/passkey',
  summary: 'Sign this browser in by a passkey alone',
  access: 'public',
  body: membershipHttp.PasskeyAnswerBody,
  answers,
  handle: async ({ body, req, res }, { signIn }) => shown(await signIn('/sessions/passkey', body, req, res)),
});

export const confirmSignUpRoute = route<{ signIn: SignIn }>()({
  method: 'post',
  path: '/session/sign-up',
  summary: 'Make the account by the link that was sent to its address, and sign this browser in',
  access: 'public',
  body: membershipHttp.ConfirmSignUpBody,
  answers,
  handle: async ({ body, req, res }, { signIn }) => shown(await signIn('/accounts/confirmation', body, req, res)),
});

function shown(outcome: Awaited<ReturnType<SignIn>>) {
  return isRefused(outcome) ? outcome : { account: membershipHttp.AccountBody.parse(outcome.account) };
}
