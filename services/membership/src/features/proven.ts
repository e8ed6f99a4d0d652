import { type Refused, refuse } from '@daka/contracts';
import type { Ports } from '../ports';

/** Nobody comes to money or to a role under an address that may be another's; null: it is proven, or need not be. */
export async function refuseUnproven(
  { accounts, mustProve }: Pick<Ports, 'accounts' | 'mustProve'>,
  accountId: string,
): Promise<Refused<'email_not_proven'> | null> {
  if (!mustProve) return null;
  const account = await accounts.load(accountId);
  if (account !== null && account.emailProvenAtMs !== null) return null;
  return refuse('email_not_proven', 'Confirm your e-mail address first, by the link that was sent to it.');
}
