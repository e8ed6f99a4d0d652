import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { type GivesChallenges, giveChallenge } from '../passkeys';

/** It names no account and asks for none: the authenticator knows whose passkeys it holds. */
export const beginPasskeySignInRoute = route<GivesChallenges & Pick<Ports, 'attempts'>>()({
  method: 'post',
  path: '/passkey-challenges',
  summary: 'Something for a passkey to sign, to sign in by it',
  access: 'public',
  answers: { 201: http.PasskeyAskedBody, 409: refusals('passkeys_impossible'), 429: refusals('too_many_attempts') },
  handle: async ({ req }, needs) => {
    const waitSeconds = await needs.attempts.take('passkey', req.ip ?? '');
    if (waitSeconds === null) return giveChallenge(needs, { kind: 'sign_in' });
    return refuse('too_many_attempts', `Too many sign-ins were begun; try again in ${waitSeconds} seconds.`, {
      retryAfterSeconds: waitSeconds,
    });
  },
});
