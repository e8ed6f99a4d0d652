import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports } from '../../ports';
import { freshLetter } from '../letters';
import { hashNew } from '../passwords';

type Order = z.infer<typeof membershipHttp.SignUpBody>;
type Needs = Pick<
  Ports,
  'accounts' | 'signUps' | 'attempts' | 'passwords' | 'isGuessable' | 'ids' | 'linkSeal' | 'wallClock' | 'mustProve'
>;

/**
 * Notes that somebody wants an account. It is made when the link is used that is sent to its address; whether there is one with the
 * address is looked up by whoever writes the letter, so the answer, and how long it takes, is the same for every address. Where nobody
 * proves an address it is made at once, and the answer is the same too.
 */
export function createSignUp(needs: Needs, nudge: () => void) {
  const { accounts, signUps, attempts, ids, mustProve } = needs;
  return async function signUp(
    { password, ...person }: Order,
    address: string,
  ): Promise<Refused<'guessable_password' | 'too_many_attempts' | 'busy'> | { letterSent: boolean }> {
    const waitSeconds = mustProve ? await attempts.take('sign_up', address) : null;
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Too many signed up from here; try again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    const passwordHash = await hashNew(needs, password, person, 'password');
    if (isRefused(passwordHash)) return passwordHash;
    const account = { id: ids.fresh(), ...person, passwordHash };
    if (!mustProve) {
      await accounts.add({ ...account, emailProvenAtMs: null });
      return { letterSent: false };
    }
    await signUps.add({ ...account, letter: freshLetter(needs, 'sign_up') });
    nudge();
    return { letterSent: true };
  };
}
export type SignUp = ReturnType<typeof createSignUp>;
