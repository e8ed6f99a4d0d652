import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ProveByPasskey } from './handler';

export const beginPasskeyProofRoute = route<{ proveByPasskey: ProveByPasskey }>()({
  method: 'post',
  path: '/accounts/me/passkey-proofs/challenge',
  summary: 'Something for a passkey of mine to sign, for a code',
  access: 'signed_in',
  answers: { 201: http.PasskeyAskedBody, 409: refusals('passkeys_impossible'), 429: refusals('too_many_attempts') },
  handle: ({ user }, { proveByPasskey }) => proveByPasskey.begin(user),
});

export const proveByPasskeyRoute = route<{ proveByPasskey: ProveByPasskey }>()({
  method: 'post',
  path: '/accounts/me/passkey-proofs',
  summary: 'A code for one act of this sign-in, by a passkey of mine; good once, for five minutes',
  access: 'signed_in',
  body: http.PasskeyAnswerBody,
  answers: { 201: http.PasskeyProofBody, 403: refusals('wrong_passkey') },
  handle: ({ body, user }, { proveByPasskey }) => proveByPasskey.prove(user, body),
});
