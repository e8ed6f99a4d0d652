import { refuse, type Refused } from '@daka/contracts';
import { hasAuthenticator, readCode, type SecondFactor } from '../domain/second-factor';
import type { Ports } from '../ports';

export type TakesCodes = Pick<
  Ports,
  'secondFactors' | 'oneTimeCodes' | 'passkeyChallenges' | 'attempts' | 'ids' | 'wallClock'
>;
export type NoCode = Refused<'wrong_code' | 'too_many_attempts'>;

/**
 * Takes a code of a second factor that is on, one of its recovery codes, or what a passkey of the same sign-in was exchanged for. Each is good once: of two who show the same at once, one
 * passes. Each try counts before it is looked at; a right one clears the count. `guesser`: whose tries are counted together.
 */
export async function takeCode(
  needs: TakesCodes,
  factor: SecondFactor,
  typed: string,
  { guesser, sessionId = null }: { guesser: string; sessionId?: string | null },
): Promise<NoCode | null> {
  const { secondFactors, oneTimeCodes, passkeyChallenges, attempts, ids, wallClock } = needs;
  const waiting = await refuseGuesser(needs, guesser);
  if (waiting !== null) return waiting;

  const isRight = async (): Promise<boolean> => {
    const shown = readCode(typed);
    const nowMs = wallClock.nowMs();
    switch (shown?.kind) {
      case 'authenticator': {
        // Of one that was only begun, whoever knows the password may have the secret.
        if (!hasAuthenticator(factor)) return false;
        const step = oneTimeCodes.stepOf(factor, shown.code, nowMs);
        return step !== null && (await secondFactors.useStep(factor, step));
      }
      case 'recovery':
        return secondFactors.useRecoveryCode(factor.accountId, ids.digest(shown.code), nowMs, { sessionId });
      case 'passkey': {
        const proof = await passkeyChallenges.take(ids.digest(shown.code), nowMs);
        return proof?.kind === 'proof' && proof.accountId === factor.accountId && proof.sessionId === sessionId;
      }
      case undefined:
        return false;
    }
  };
  if (!(await isRight())) return wrongCode();
  await attempts.forget('code', guesser);
  return null;
}

/** Counts one more code of somebody who may be guessing. */
export async function refuseGuesser(
  { attempts }: Pick<Ports, 'attempts'>,
  guesser: string,
): Promise<Refused<'too_many_attempts'> | null> {
  const waitSeconds = await attempts.take('code', guesser);
  if (waitSeconds === null) return null;
  return refuse('too_many_attempts', `Too many wrong codes; try again in ${waitSeconds} seconds.`, {
    retryAfterSeconds: waitSeconds,
  });
}

export function codeNeeded() {
  return refuse('second_factor_needed', 'A code is needed too: ask again with it as `code`.');
}

export function passkeyNeeded() {
  return refuse('passkey_needed', 'Sign in with a passkey, or ask again with a recovery code as `code`.');
}

export function wrongCode() {
  return refuse('wrong_code', 'This code is not good now: it is another one, or it was used.', {
    fields: [{ path: 'code', message: 'is not good now' }],
  });
}
