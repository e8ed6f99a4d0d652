import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { writtenOut } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import { takeChallenge, type GivesChallenges, wrongPasskey } from '../passkeys';

type Needs = GivesChallenges & Pick<Ports, 'secondFactors' | 'oneTimeCodes' | 'sessions'>;
type No = Refused<'passkey_not_begun' | 'wrong_passkey'>;

/**
 * Adds what an authenticator made. The first factor of an account ends every other sign-in, as an authenticator's first code does, and
 * comes with recovery codes; whoever adds another has shown one that was there.
 */
export function createAddPasskey(needs: Needs) {
  const { passkeyChecks, secondFactors, oneTimeCodes, sessions, ids, wallClock } = needs;
  return async function addPasskey(
    { id: accountId, sessionId = null }: Pick<User, 'id'> & { sessionId?: string | null },
    { name, ...made }: z.infer<typeof membershipHttp.AddPasskeyBody>,
  ): Promise<No | z.infer<typeof membershipHttp.PasskeyAddedBody>> {
    const taken = await takeChallenge(needs, made.clientDataJson);
    const purpose = taken?.purpose;
    if (purpose?.kind !== 'add' || purpose.accountId !== accountId || purpose.sessionId !== sessionId)
      return notBegun();
    const checked = await passkeyChecks.made(taken?.challenge ?? '', made);
    if (checked === null) return wrongPasskey();
    const passkey = { ...checked, name, addedAtMs: wallClock.nowMs(), lastUsedAtMs: null };
    if (!purpose.isFirst) {
      const isAdded = await secondFactors.addPasskey(accountId, passkey, null, { sessionId });
      return isAdded ? { recoveryCodes: [] } : notBegun();
    }

    const kept = sessionId === null ? [] : [sessionId];
    const endOthers = () =>
      sessions.revokeOthers(accountId, kept, { nowMs: wallClock.nowMs(), ...(sessionId !== null && { sessionId }) });
    // Before it too: should this process end in between, nobody is left who showed the password only.
    await endOthers();
    const codes = oneTimeCodes.recoveryCodes();
    const hashes = codes.map((code) => ids.digest(code));
    if (!(await secondFactors.addPasskey(accountId, passkey, hashes, { sessionId }))) return notBegun();
    await endOthers();
    return { recoveryCodes: codes.map(writtenOut) };
  };
}
export type AddPasskey = ReturnType<typeof createAddPasskey>;

function notBegun() {
  return refuse(
    'passkey_not_begun',
    'Begin anew: no passkey of this sign-in waits to be added, or others were meanwhile.',
  );
}
