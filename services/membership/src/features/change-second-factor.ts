import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { isOn } from '../domain/second-factor';
import type { Ports } from '../ports';
import { takeCode, type TakesCodes } from './codes';
import { provePassword, signedIn } from './prove-again';

export type ChangesSecondFactor = TakesCodes & Pick<Ports, 'accounts' | 'passwords'>;
export type NotChanged = Refused<
  'not_found' | 'second_factor_off' | 'wrong_credentials' | 'wrong_code' | 'too_many_attempts' | 'busy'
>;

/**
 * Who changes a second factor that is on shows the password and a code once more: neither a device that was left open nor the password
 * alone takes it away. Null: they did.
 */
export async function proveBoth(
  needs: ChangesSecondFactor,
  { id, sessionId = null }: Pick<User, 'id'> & { sessionId?: string | null },
  { currentPassword, code }: z.infer<typeof membershipHttp.ProveAgainBody>,
): Promise<NotChanged | null> {
  const account = await needs.accounts.load(id);
  if (account === null) return refuse('not_found');
  const factor = await needs.secondFactors.load(id);
  if (!isOn(factor)) return isOff();
  const unproven = await provePassword(needs, account, currentPassword);
  return unproven ?? takeCode(needs, factor, code, { guesser: signedIn(id), sessionId });
}

export function isOff() {
  return refuse('second_factor_off', 'Two-step sign-in of this account is off.');
}
