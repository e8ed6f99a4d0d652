import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import { composed } from '../../domain/password';
import type { Ports, SignedIn, StartSession, Visitor } from '../../ports';

type Order = z.infer<typeof membershipHttp.SignUpBody>;

/** Makes an account and signs it in. */
export function createSignUp(
  { accounts, passwords, ids }: Pick<Ports, 'accounts' | 'passwords' | 'ids'>,
  startSession: StartSession,
) {
  return async function signUp(
    { password, ...person }: Order,
    { deviceSecret }: Pick<Visitor, 'deviceSecret'>,
  ): Promise<Refused<'email_taken' | 'busy'> | SignedIn> {
    const passwordHash = await passwords.hash(composed(password));
    if (isRefused(passwordHash)) return passwordHash;
    const account = { id: ids.fresh(), ...person, passwordHash };
    const added = await accounts.add(account);
    return added
      ? startSession(account, deviceSecret)
      : refuse('email_taken', undefined, { fields: [{ path: 'email', message: 'is taken' }] });
  };
}
export type SignUp = ReturnType<typeof createSignUp>;
