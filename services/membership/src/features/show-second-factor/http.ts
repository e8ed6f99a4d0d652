import { iso, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { hasAuthenticator, isOn, onSinceMs } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import { requiredBy } from '../access-token';

export const showSecondFactorRoute = route<
  Pick<Ports, 'secondFactors' | 'passkeyChecks' | 'cohorts' | 'organisations'>
>()({
  method: 'get',
  path: '/accounts/me/second-factor',
  summary:
    'Whether signing in to my account takes more than the password, my passkeys, and which organisations require it of me',
  access: 'signed_in',
  answers: { 200: http.SecondFactorBody },
  handle: async ({ user }, needs) => {
    const [factor, found] = await Promise.all([needs.secondFactors.load(user.id), requiredBy(needs, user.id)]);
    const passkeys = factor?.passkeys ?? [];
    return {
      isOn: isOn(factor),
      onSince: isOn(factor) ? iso(onSinceMs(factor)) : null,
      hasAuthenticator: hasAuthenticator(factor),
      passkeys: passkeys.map(({ id, name, addedAtMs, lastUsedAtMs }) => ({
        id,
        name,
        addedAt: iso(addedAtMs),
        lastUsedAt: lastUsedAtMs === null ? null : iso(lastUsedAtMs),
      })),
      takesPasskeys: needs.passkeyChecks.rpId !== null,
      recoveryCodesLeft: isOn(factor) ? factor.recoveryHashes.length : 0,
      requiredBy: found.slice(0, http.MOST_REQUIRING).map(({ id, name }) => ({ id, name })),
    };
  },
});
