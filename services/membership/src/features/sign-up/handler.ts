import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports, SignedIn, StartSession, Visitor } from '../../ports';
import { freshLetter } from '../letters';
import { hashNew } from '../passwords';

type Order = z.infer<typeof membershipHttp.SignUpBody>;

/** Makes an account and signs it in; the letter by which its address is proven is part of it. */
export function createSignUp(
  needs: Pick<Ports, 'accounts' | 'passwords' | 'isGuessable' | 'ids' | 'linkSeal' | 'wallClock' | 'mustProve'>,
  startSession: StartSession,
  nudge: () => void,
) {
  const { accounts, ids, mustProve } = needs;
  return async function signUp(
    { password, ...person }: Order,
    visitor: Pick<Visitor, 'deviceSecret' | 'device'>,
  ): Promise<Refused<'email_taken' | 'guessable_password' | 'busy'> | SignedIn> {
    const passwordHash = await hashNew(needs, password, person, 'password');
    if (isRefused(passwordHash)) return passwordHash;
    const account = { id: ids.fresh(), ...person, passwordHash, emailProvenAtMs: null };
    const added = await accounts.add(account, mustProve ? freshLetter(needs, 'prove_email') : null);
    if (added) nudge();
    return added
      ? startSession(account, visitor)
      : refuse('email_taken', undefined, { fields: [{ path: 'email', message: 'is taken' }] });
  };
}
export type SignUp = ReturnType<typeof createSignUp>;
