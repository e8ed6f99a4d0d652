import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { BeginSecondFactor } from './handler';

export const beginSecondFactorRoute = route<{ beginSecondFactor: BeginSecondFactor }>()({
  method: 'post',
  path: '/accounts/me/second-factor',
  summary: 'Begin to turn on two-step sign-in: a secret for an authenticator, shown this once',
  access: 'signed_in',
  body: http.BeginSecondFactorBody,
  answers: {
    201: http.SecondFactorBegunBody,
    403: refusals('wrong_credentials', 'second_factor_needed', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('second_factor_on'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: ({ body, user }, { beginSecondFactor }) => beginSecondFactor(user, body),
});
