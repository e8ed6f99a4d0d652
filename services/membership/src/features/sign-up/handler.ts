import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports } from '../../ports';
import type { SignedIn, StartSession } from '../session/start-session';

type Order = z.infer<typeof membershipHttp.SignUpBody>;

/** Makes an account and signs it in. */
export function createSignUp(
  { accounts, passwords, ids }: Pick<Ports, 'accounts' | 'passwords' | 'ids'>,
  startSession: StartSession,
) {
  return async function signUp({ password, ...person }: Order): Promise<Refused<'email_taken' | 'busy'> | SignedIn> {
    const passwordHash = await passwords.hash(password);
    if (isRefused(passwordHash)) return passwordHash;
    const account = { id: ids.fresh(), ...person, passwordHash };
    const added = await accounts.add(account);
    return added ? startSession(account) : refuse('email_taken', undefined, { fields: [{ path: 'email', message: 'is taken' }] });
  };
}
