import { isRefused, refuse, type Refused } from '@daka/contracts';
import type { Account, Ports } from '../ports';
import { verifyPassword } from './passwords';

/**
 * Who is signed in shows that they know the password: whoever finds a device that was left open does not. Their guesses are counted apart
 * from those at signing in.
 */
export async function provePassword(
  { passwords, attempts }: Pick<Ports, 'passwords' | 'attempts'>,
  account: Account,
  currentPassword: string,
): Promise<Refused<'wrong_credentials' | 'too_many_attempts' | 'busy'> | null> {
  const waitSeconds = await attempts.take('password', account.id);
  if (waitSeconds !== null)
    return refuse('too_many_attempts', `Too many wrong passwords; try again in ${waitSeconds} seconds.`, {
      retryAfterSeconds: waitSeconds,
    });
  const isRight = await verifyPassword(passwords, currentPassword, account.passwordHash);
  if (isRefused(isRight)) return isRight;
  if (!isRight) return wrongPassword();
  await attempts.forget('password', account.id);
  return null;
}

export function wrongPassword() {
  return refuse('wrong_credentials', 'This is not the current password.', {
    fields: [{ path: 'currentPassword', message: 'is not the current password' }],
  });
}
