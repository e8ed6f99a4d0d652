import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { writtenOut } from '../../domain/second-factor';
import { type ChangesSecondFactor, isOff, proveBoth } from '../change-second-factor';

export const replaceRecoveryCodesRoute = route<ChangesSecondFactor>()({
  method: 'post',
  path: '/accounts/me/second-factor/recovery-codes',
  summary: 'New recovery codes, by the password and a code; the earlier ones are good no more; shown this once',
  access: 'signed_in',
  body: http.ProveAgainBody,
  answers: {
    201: http.RecoveryCodesBody,
    403: refusals('wrong_credentials', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('second_factor_off'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ body, user }, needs) => {
    const unproven = await proveBoth(needs, user, body);
    if (unproven !== null) return unproven;
    const { secondFactors, oneTimeCodes, ids, wallClock } = needs;
    const codes = oneTimeCodes.recoveryCodes();
    const hashes = codes.map((code) => ids.digest(code));
    const from = { sessionId: user.sessionId ?? null };
    if (!(await secondFactors.replaceRecoveryCodes(user.id, hashes, wallClock.nowMs(), from))) return isOff();
    return { recoveryCodes: codes.map(writtenOut) };
  },
});
