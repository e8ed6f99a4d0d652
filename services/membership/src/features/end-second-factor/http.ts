import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { type ChangesSecondFactor, isOff, proveBoth } from '../change-second-factor';

export const endSecondFactorRoute = route<ChangesSecondFactor>()({
  method: 'post',
  path: '/accounts/me/second-factor/removal',
  summary: 'Turn two-step sign-in off, by the password and a code',
  access: 'signed_in',
  body: http.ProveAgainBody,
  answers: {
    204: null,
    403: refusals('wrong_credentials', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('second_factor_off'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ body, user }, needs) => {
    const unproven = await proveBoth(needs, user, body);
    if (unproven !== null) return unproven;
    const { secondFactors, wallClock } = needs;
    const isDone = await secondFactors.turnOff(user.id, wallClock.nowMs(), { sessionId: user.sessionId ?? null });
    return isDone ? null : isOff();
  },
});
