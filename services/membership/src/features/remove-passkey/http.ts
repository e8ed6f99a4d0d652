import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { type ChangesSecondFactor, proveBoth } from '../change-second-factor';

export const removePasskeyRoute = route<ChangesSecondFactor>()({
  method: 'post',
  path: '/accounts/me/passkeys/removal',
  summary: 'Remove a passkey of mine, by the password and a code',
  access: 'signed_in',
  body: http.RemovePasskeyBody,
  answers: {
    204: null,
    403: refusals('wrong_credentials', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('second_factor_off'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ body: { passkeyId, ...proof }, user }, needs) => {
    const unproven = await proveBoth(needs, user, proof);
    if (unproven !== null) return unproven;
    const { secondFactors, wallClock } = needs;
    const from = { sessionId: user.sessionId ?? null };
    return (await secondFactors.removePasskey(user.id, passkeyId, wallClock.nowMs(), from))
      ? null
      : refuse('not_found');
  },
});
