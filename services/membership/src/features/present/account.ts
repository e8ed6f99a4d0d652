import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Account } from '../../ports';

/** What the account's owner may see of it. */
export function accountBody({
  id,
  email,
  displayName,
  timeZone,
  locale,
}: Account): z.infer<typeof membershipHttp.AccountBody> {
  return { id, email, displayName, timeZone, locale };
}
