import { refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';

/**
 * Notes that somebody wants to set another password. Whether there is an account with the address is looked up afterwards, by whoever
 * writes the letters: so the answer, and how long it takes, is the same for every address.
 */
export function createAskPasswordReset(
  { attempts, resetRequests, wallClock }: Pick<Ports, 'attempts' | 'resetRequests' | 'wallClock'>,
  nudge: () => void,
) {
  return async function askPasswordReset(email: string, address: string): Promise<Refused<'too_many_attempts'> | null> {
    const waitSeconds = await attempts.take('reset', address);
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Too many letters were asked for; try again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    await resetRequests.add(email, wallClock.nowMs());
    nudge();
    return null;
  };
}
export type AskPasswordReset = ReturnType<typeof createAskPasswordReset>;
