import { iso, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { isOn } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import { requiredBy } from '../access-token';

export const showSecondFactorRoute = route<Pick<Ports, 'secondFactors' | 'cohorts' | 'organisations'>>()({
  method: 'get',
  path: '/accounts/me/second-factor',
  summary:
    'Whether signing in to my account takes a code besides the password, and which organisations require it of me',
  access: 'signed_in',
  answers: { 200: http.SecondFactorBody },
  handle: async ({ user }, needs) => {
    const [factor, found] = await Promise.all([needs.secondFactors.load(user.id), requiredBy(needs, user.id)]);
    const required = { requiredBy: found.slice(0, http.MOST_REQUIRING).map(({ id, name }) => ({ id, name })) };
    return isOn(factor)
      ? { isOn: true, onSince: iso(factor.onSinceMs), recoveryCodesLeft: factor.recoveryHashes.length, ...required }
      : { isOn: false, onSince: null, recoveryCodesLeft: 0, ...required };
  },
});
