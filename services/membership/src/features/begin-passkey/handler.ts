import { isRefused, membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { ALGORITHMS, userHandleOf } from '../../domain/passkey';
import { isOn } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import type { TakesCodes } from '../codes';
import { type GivesChallenges, giveChallenge } from '../passkeys';
import { proveOwner } from '../prove-again';

type Needs = TakesCodes & GivesChallenges & Pick<Ports, 'accounts' | 'passwords'>;
type No =
  | Exclude<Awaited<ReturnType<typeof proveOwner>>, null>
  | Refused<'not_found' | 'passkeys_impossible' | 'too_many_passkeys'>;

/** What to make a passkey for, by the password and, where two-step sign-in is on, a code. Nothing counts before it was made. */
export function createBeginPasskey(needs: Needs) {
  const { accounts, secondFactors } = needs;
  return async function beginPasskey(
    { id, sessionId = null }: Pick<User, 'id'> & { sessionId?: string | null },
    proof: z.infer<typeof membershipHttp.BeginPasskeyBody>,
  ): Promise<No | z.infer<typeof membershipHttp.PasskeyBegunBody>> {
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    const factor = await secondFactors.load(id);
    const passkeys = factor?.passkeys ?? [];
    if (passkeys.length >= membershipHttp.MAX_PASSKEYS) return tooManyPasskeys();
    const unproven = await proveOwner(needs, account, { ...proof, sessionId });
    if (unproven !== null) return unproven;
    const given = await giveChallenge(needs, { kind: 'add', accountId: id, sessionId, isFirst: !isOn(factor) });
    if (isRefused(given)) return given;
    return {
      ...given,
      userId: userHandleOf(id),
      userName: account.email,
      displayName: account.displayName,
      algorithms: ALGORITHMS,
      excludedIds: passkeys.map((passkey) => passkey.id),
    };
  };
}
export type BeginPasskey = ReturnType<typeof createBeginPasskey>;

function tooManyPasskeys() {
  return refuse(
    'too_many_passkeys',
    `An account has ${membershipHttp.MAX_PASSKEYS} passkeys at most: remove one first.`,
  );
}
