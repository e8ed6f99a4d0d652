import { type Refused, refuse } from '@daka/contracts';
import { composed } from '../domain/password';
import type { Account, Ports } from '../ports';

/** Hashes of earlier releases are of what was typed, which may be another form of the same. */
export async function verifyPassword(
  passwords: Pick<Ports['passwords'], 'verify'>,
  password: string,
  hash: string | null,
): Promise<Refused<'busy'> | boolean> {
  const isRight = await passwords.verify(composed(password), hash);
  return isRight === false && composed(password) !== password ? passwords.verify(password, hash) : isRight;
}

/** The hash of a password that somebody chooses. `field` is what the request calls it. */
export async function hashNew(
  { passwords, isGuessable }: Pick<Ports, 'passwords' | 'isGuessable'>,
  password: string,
  { email, displayName }: Pick<Account, 'email' | 'displayName'>,
  field: string,
): Promise<Refused<'guessable_password' | 'busy'> | string> {
  const chosen = composed(password);
  if (await isGuessable(chosen, [...email.split('@'), displayName]))
    return refuse('guessable_password', 'This password is easy to guess: others use it, or it is made of few parts.', {
      fields: [{ path: field, message: 'is easy to guess' }],
    });
  return passwords.hash(chosen);
}
