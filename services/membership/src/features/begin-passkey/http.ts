import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { BeginPasskey } from './handler';

export const beginPasskeyRoute = route<{ beginPasskey: BeginPasskey }>()({
  method: 'post',
  path: '/accounts/me/passkey-challenges',
  summary: 'Begin to add a passkey, by the password and, with two-step sign-in, a code: what the browser makes it for',
  access: 'signed_in',
  body: http.BeginPasskeyBody,
  answers: {
    201: http.PasskeyBegunBody,
    403: refusals('wrong_credentials', 'second_factor_needed', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('passkeys_impossible', 'too_many_passkeys'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: ({ body, user }, { beginPasskey }) => beginPasskey(user, body),
});
