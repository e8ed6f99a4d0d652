import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ResetPassword } from './handler';

export const resetPasswordRoute = route<{ resetPassword: ResetPassword }>()({
  method: 'post',
  path: '/passwords',
  summary: 'Set another password by the secret of a link that was sent for it; every sign-in ends',
  access: 'public',
  body: http.ResetPasswordBody,
  answers: { 204: null, 404: refusals('link_ended'), 422: refusals('guessable_password'), 503: refusals('busy') },
  handle: ({ body }, { resetPassword }) => resetPassword(body),
});
