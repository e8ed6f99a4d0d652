import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports, SignedIn, StartSession, Visitor } from '../../ports';
import { hashNew } from '../passwords';

type Order = z.infer<typeof membershipHttp.SignUpBody>;

/** Makes an account and signs it in. */
export function createSignUp(
  { accounts, ids, ...needs }: Pick<Ports, 'accounts' | 'passwords' | 'isGuessable' | 'ids'>,
  startSession: StartSession,
) {
  return async function signUp(
    { password, ...person }: Order,
    visitor: Pick<Visitor, 'deviceSecret' | 'device'>,
  ): Promise<Refused<'email_taken' | 'guessable_password' | 'busy'> | SignedIn> {
    const passwordHash = await hashNew(needs, password, person, 'password');
    if (isRefused(passwordHash)) return passwordHash;
    const account = { id: ids.fresh(), ...person, passwordHash };
    const added = await accounts.add(account);
    return added
      ? startSession(account, visitor)
      : refuse('email_taken', undefined, { fields: [{ path: 'email', message: 'is taken' }] });
  };
}
export type SignUp = ReturnType<typeof createSignUp>;
