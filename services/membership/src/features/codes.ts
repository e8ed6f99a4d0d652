import { refuse, type Refused } from '@daka/contracts';
import { readCode, type SecondFactor } from '../domain/second-factor';
import type { Ports } from '../ports';

export type TakesCodes = Pick<Ports, 'secondFactors' | 'oneTimeCodes' | 'attempts' | 'ids' | 'wallClock'>;
export type NoCode = Refused<'wrong_code' | 'too_many_attempts'>;

/**
 * Takes a code of a second factor that is on, or one of its recovery codes. Each is good once: of two who show the same at once, one
 * passes. Each try counts before it is looked at; a right one clears the count. `guesser`: whose tries are counted together.
 */
export async function takeCode(
  needs: TakesCodes,
  factor: SecondFactor,
  typed: string,
  { guesser, sessionId = null }: { guesser: string; sessionId?: string | null },
): Promise<NoCode | null> {
  const { secondFactors, oneTimeCodes, attempts, ids, wallClock } = needs;
  const waiting = await refuseGuesser(needs, guesser);
  if (waiting !== null) return waiting;

  const isRight = async (): Promise<boolean> => {
    const shown = readCode(typed);
    const nowMs = wallClock.nowMs();
    switch (shown?.kind) {
      case 'authenticator': {
        const step = oneTimeCodes.stepOf(factor, shown.code, nowMs);
        return step !== null && (await secondFactors.useStep(factor, step));
      }
      case 'recovery':
        return secondFactors.useRecoveryCode(factor.accountId, ids.digest(shown.code), nowMs, { sessionId });
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

export function wrongCode() {
  return refuse('wrong_code', 'This code is not good now: it is another one, or it was used.', {
    fields: [{ path: 'code', message: 'is not good now' }],
  });
}
