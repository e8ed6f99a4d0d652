import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ChangeEmail } from './handler';

export const changeEmailRoute = route<{ changeEmail: ChangeEmail }>()({
  method: 'post',
  path: '/accounts/me/email',
  summary: 'Send a link to another address, by which it becomes mine; the answer is the same if somebody has it',
  access: 'signed_in',
  body: http.ChangeEmailBody,
  answers: {
    202: null,
    403: refusals('wrong_credentials', 'second_factor_needed', 'wrong_code'),
    404: refusals('not_found'),
    422: refusals('same_email'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: ({ body, user }, { changeEmail }) => changeEmail(user, body),
});
