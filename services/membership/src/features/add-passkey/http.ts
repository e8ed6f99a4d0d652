import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { AddPasskey } from './handler';

export const addPasskeyRoute = route<{ addPasskey: AddPasskey }>()({
  method: 'post',
  path: '/accounts/me/passkeys',
  summary:
    'Add the passkey that an authenticator made. As the first factor it ends every other sign-in of mine and comes with recovery codes, shown this once',
  access: 'signed_in',
  body: http.AddPasskeyBody,
  answers: { 201: http.PasskeyAddedBody, 403: refusals('wrong_passkey'), 409: refusals('passkey_not_begun') },
  handle: ({ body, user }, { addPasskey }) => addPasskey(user, body),
});
