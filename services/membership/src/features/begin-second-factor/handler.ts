import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { hasAuthenticator } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import type { TakesCodes } from '../codes';
import { proveOwner, provePassword } from '../prove-again';

type Needs = TakesCodes & Pick<Ports, 'accounts' | 'passwords'>;
type No = Exclude<Awaited<ReturnType<typeof proveOwner>>, null> | Refused<'not_found' | 'second_factor_on'>;

/**
 * A secret for an authenticator. Nothing is asked for at sign-in until a code of it was shown. Who signs in by a passkey shows it first, or
 * a recovery code: else the password alone would come to a second factor of its own.
 */
export function createBeginSecondFactor(needs: Needs) {
  const { accounts, secondFactors, oneTimeCodes, wallClock } = needs;
  return async function beginSecondFactor(
    { id, sessionId = null }: Pick<User, 'id'> & { sessionId?: string | null },
    proof: z.infer<typeof membershipHttp.BeginSecondFactorBody>,
  ): Promise<No | z.infer<typeof membershipHttp.SecondFactorBegunBody>> {
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    // Of an authenticator that is on, no code is asked for only to refuse it.
    if (hasAuthenticator(await secondFactors.load(id))) {
      const unproven = await provePassword(needs, account, proof.currentPassword);
      return unproven ?? isOnAlready();
    }
    const unproven = await proveOwner(needs, account, { ...proof, sessionId });
    if (unproven !== null) return unproven;
    const { sealed, secret, uri } = oneTimeCodes.fresh(id, account.email);
    const begun = { accountId: id, sealed, atMs: wallClock.nowMs() };
    return (await secondFactors.begin(begun, { sessionId })) ? { secret, uri } : isOnAlready();
  };
}
export type BeginSecondFactor = ReturnType<typeof createBeginSecondFactor>;

function isOnAlready() {
  return refuse('second_factor_on', 'It is on already; turn it off first.');
}
