import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ConfirmEmail } from './handler';

export const confirmEmailRoute = route<{ confirmEmail: ConfirmEmail }>()({
  method: 'post',
  path: '/email-changes',
  summary: "Make an address the account's by the secret of the link that was sent to it; other sign-ins end",
  access: 'public',
  body: http.ConfirmEmailBody,
  answers: { 204: null, 404: refusals('link_ended') },
  handle: ({ body }, { confirmEmail }) => confirmEmail(body.token),
});
