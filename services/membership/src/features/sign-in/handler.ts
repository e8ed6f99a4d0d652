import { isRefused, refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';
import type { SignedIn, StartSession } from '../session/start-session';

export interface SignInLimit { max: number; windowMs: number }

/**
 * Checks a password. An unknown e-mail gets the same answer after the same work as a wrong password.
 * Each try counts before it is checked, so that parallel guesses cannot pass the limit; a right one clears the count.
 */
export function createSignIn(
  { accounts, passwords, attempts }: Pick<Ports, 'accounts' | 'passwords' | 'attempts'>,
  startSession: StartSession,
  limit: SignInLimit,
) {
  return async function signIn(
    { email, password }: { email: string; password: string },
  ): Promise<Refused<'wrong_credentials' | 'too_many_attempts' | 'busy'> | SignedIn> {
    const key = `sign-in:${email}`;
    if (!(await attempts.count(key, limit))) return refuse('too_many_attempts', 'too many wrong passwords; try again later');

    const account = await accounts.byEmail(email);
    const isRight = await passwords.verify(password, account?.passwordHash ?? null);
    if (isRefused(isRight)) return isRight;
    if (account === null || !isRight) return refuse('wrong_credentials');

    await attempts.clear(key);
    return startSession(account);
  };
}
