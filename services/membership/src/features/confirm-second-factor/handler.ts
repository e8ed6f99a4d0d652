import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { isBegun, isOn, readCode, writtenOut } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import { refuseGuesser, type TakesCodes, wrongCode } from '../codes';

type Needs = TakesCodes & Pick<Ports, 'sessions'>;
type No = Refused<'second_factor_not_begun' | 'wrong_code' | 'too_many_attempts'>;

/**
 * Turns it on by its first code, and ends every other sign-in: whoever is in by the password alone may be whom it is to keep out, and
 * every sign-in of an account that has a second factor has shown one.
 */
export function createConfirmSecondFactor(needs: Needs) {
  const { secondFactors, oneTimeCodes, attempts, sessions, ids, wallClock } = needs;
  return async function confirmSecondFactor(
    { id, sessionId }: User,
    { code }: z.infer<typeof membershipHttp.ConfirmSecondFactorBody>,
  ): Promise<No | z.infer<typeof membershipHttp.SecondFactorOnBody>> {
    const factor = await secondFactors.load(id);
    if (!isBegun(factor, wallClock.nowMs()))
      return refuse('second_factor_not_begun', 'Begin anew: there is no secret that waits for its first code.');
    const guesser = `begun|${id}`;
    const waiting = await refuseGuesser(needs, guesser);
    if (waiting !== null) return waiting;
    const shown = readCode(code);
    const atMs = wallClock.nowMs();
    const step = shown?.kind === 'authenticator' ? oneTimeCodes.stepOf(factor, shown.code, atMs) : null;
    if (step === null) return wrongCode();
    await attempts.forget('code', guesser);

    const kept = sessionId === undefined ? [] : [sessionId];
    const endOthers = () => sessions.revokeOthers(id, kept, { nowMs: wallClock.nowMs(), sessionId });
    // Before it too: should this process end in between, nobody is left who never showed a code.
    await endOthers();
    // Beside passkeys there are codes already, and their owner has kept them.
    const codes = isOn(factor) ? null : oneTimeCodes.recoveryCodes();
    const first = { step, recoveryHashes: codes?.map((one) => ids.digest(one)) ?? null, atMs };
    if (!(await secondFactors.turnOn(factor, first, { sessionId: sessionId ?? null })))
      return refuse('second_factor_not_begun', 'It was begun anew, or turned on, meanwhile.');
    await endOthers();
    return { recoveryCodes: codes?.map(writtenOut) ?? [] };
  };
}
export type ConfirmSecondFactor = ReturnType<typeof createConfirmSecondFactor>;
