import { isRefused, refuse, type Refused } from '@daka/contracts';
import { isOn } from '../domain/second-factor';
import type { Account, Ports } from '../ports';
import { codeNeeded, type NoCode, takeCode, type TakesCodes } from './codes';
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

/** The password and, where sign-in asks for one, a code: as much as signing in takes, for what ends another's way to the account. */
export async function proveOwner(
  needs: TakesCodes & Pick<Ports, 'passwords'>,
  account: Account,
  {
    currentPassword,
    code,
    sessionId,
  }: { currentPassword: string; code?: string | undefined; sessionId: string | null },
): Promise<Refused<'wrong_credentials' | 'second_factor_needed' | 'too_many_attempts' | 'busy'> | NoCode | null> {
  const unproven = await provePassword(needs, account, currentPassword);
  if (unproven !== null) return unproven;
  const factor = await needs.secondFactors.load(account.id);
  if (!isOn(factor)) return null;
  return code === undefined
    ? codeNeeded()
    : takeCode(needs, factor, code, { guesser: signedIn(account.id), sessionId });
}

/** Whose codes are counted together where somebody is signed in. */
export const signedIn = (accountId: string) => `signed-in|${accountId}`;

export function wrongPassword() {
  return refuse('wrong_credentials', 'This is not the current password.', {
    fields: [{ path: 'currentPassword', message: 'is not the current password' }],
  });
}
