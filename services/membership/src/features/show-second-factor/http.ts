import { iso, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { isOn } from '../../domain/second-factor';
import type { Ports } from '../../ports';

export const showSecondFactorRoute = route<Pick<Ports, 'secondFactors'>>()({
  method: 'get',
  path: '/accounts/me/second-factor',
  summary: 'Whether signing in to my account takes a code besides the password',
  access: 'signed_in',
  answers: { 200: http.SecondFactorBody },
  handle: async ({ user }, { secondFactors }) => {
    const factor = await secondFactors.load(user.id);
    return isOn(factor)
      ? { isOn: true, onSince: iso(factor.onSinceMs), recoveryCodesLeft: factor.recoveryHashes.length }
      : { isOn: false, onSince: null, recoveryCodesLeft: 0 };
  },
});
