import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ConfirmSecondFactor } from './handler';

export const confirmSecondFactorRoute = route<{ confirmSecondFactor: ConfirmSecondFactor }>()({
  method: 'post',
  path: '/accounts/me/second-factor/confirmation',
  summary:
    'Turn two-step sign-in on by a first code; every other sign-in of mine ends; recovery codes, shown this once, unless passkeys brought some',
  access: 'signed_in',
  body: http.ConfirmSecondFactorBody,
  answers: {
    201: http.SecondFactorOnBody,
    403: refusals('wrong_code'),
    409: refusals('second_factor_not_begun'),
    429: refusals('too_many_attempts'),
  },
  handle: ({ body, user }, { confirmSecondFactor }) => confirmSecondFactor(user, body),
});
