import { isRefused, refuse, type Refused } from '@daka/contracts';
import type { Account, Ports } from '../ports';
import { verifyPassword } from './passwords';

/**
 * Null: whoever is signed in has proven once more that they are the owner of the account. A sign-in alone is not enough for what ends
 * another's way to it: who finds a device that was left open must know the password too, and their guesses are counted.
 */
export async function confirmOwner(
  { passwords, attempts }: Pick<Ports, 'passwords' | 'attempts'>,
  { id, passwordHash }: Account,
  password: string,
): Promise<Refused<'wrong_credentials' | 'too_many_attempts' | 'busy'> | null> {
  const waitSeconds = await attempts.take('password', id);
  if (waitSeconds !== null)
    return refuse('too_many_attempts', `Too many wrong passwords; try again in ${waitSeconds} seconds.`, {
      retryAfterSeconds: waitSeconds,
    });
  const isRight = await verifyPassword(passwords, password, passwordHash);
  if (isRefused(isRight)) return isRight;
  if (!isRight) return wrongPassword();
  await attempts.forget('password', id);
  return null;
}

export function wrongPassword() {
  return refuse('wrong_credentials', 'This is not the current password.', {
    fields: [{ path: 'password', message: 'is not the current password' }],
  });
}
