import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import type { Ports } from '../../ports';
import { provePassword } from '../prove-again';

type Needs = Pick<Ports, 'accounts' | 'passwords' | 'attempts' | 'secondFactors' | 'oneTimeCodes' | 'wallClock'>;
type No = Refused<'not_found' | 'wrong_credentials' | 'too_many_attempts' | 'second_factor_on' | 'busy'>;

/** A secret for an authenticator. Nothing is asked for at sign-in until a code of it was shown. */
export function createBeginSecondFactor(needs: Needs) {
  const { accounts, secondFactors, oneTimeCodes, wallClock } = needs;
  return async function beginSecondFactor(
    { id, sessionId = null }: Pick<User, 'id'> & { sessionId?: string | null },
    { currentPassword }: z.infer<typeof membershipHttp.BeginSecondFactorBody>,
  ): Promise<No | z.infer<typeof membershipHttp.SecondFactorBegunBody>> {
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    const unproven = await provePassword(needs, account, currentPassword);
    if (unproven !== null) return unproven;
    const { sealed, secret, uri } = oneTimeCodes.fresh(id, account.email);
    const begunAtMs = wallClock.nowMs();
    const factor = { accountId: id, sealed, begunAtMs, onSinceMs: null, lastStep: 0, recoveryHashes: [] };
    if (await secondFactors.begin(factor, { sessionId })) return { secret, uri };
    return refuse('second_factor_on', 'It is on already; turn it off first.');
  };
}
export type BeginSecondFactor = ReturnType<typeof createBeginSecondFactor>;
