import { refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';

/**
 * For who has lost the authenticator and every recovery code, by whoever runs the platform, who has made sure that it is them. Their
 * password stays, and the letter that tells of it goes to the address that the account has.
 */
export function createRemoveSecondFactor({
  accounts,
  secondFactors,
  wallClock,
}: Pick<Ports, 'accounts' | 'secondFactors' | 'wallClock'>) {
  return async function removeSecondFactor(email: string): Promise<Refused<'not_found' | 'second_factor_off'> | null> {
    const account = await accounts.byEmail(email);
    if (account === null) return refuse('not_found', 'No account has this address.');
    if (await secondFactors.remove(account.id, wallClock.nowMs())) return null;
    return refuse('second_factor_off', 'Two-step sign-in is off for this account.');
  };
}
