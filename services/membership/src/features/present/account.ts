import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Account, Ports } from '../../ports';

/** What the account's owner may see of it. */
export function accountBody(
  { id, email, displayName, timeZone, locale, emailProvenAtMs }: Account,
  { mustProve }: Pick<Ports, 'mustProve'>,
): z.infer<typeof membershipHttp.AccountBody> {
  return { id, email, displayName, timeZone, locale, emailProven: emailProvenAtMs !== null || !mustProve };
}
