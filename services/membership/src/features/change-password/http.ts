import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ChangePassword } from './handler';

export const changePasswordRoute = route<{ changePassword: ChangePassword }>()({
  method: 'post',
  path: '/accounts/me/password',
  summary: 'Set another password; every other sign-in of mine ends',
  access: 'signed_in',
  body: http.ChangePasswordBody,
  answers: {
    204: null,
    403: refusals('wrong_credentials'),
    404: refusals('not_found'),
    422: refusals('guessable_password'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: ({ body, user }, { changePassword }) => changePassword(user, body),
});
