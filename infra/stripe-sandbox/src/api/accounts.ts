import type { Terms } from '../terms';
import { ApiError } from './error';

/** What the platform's own account is called. */
export const PLATFORM_ACCOUNT = 'acct_sandbox_platform';

/** The connected account that the request is for; '' for the platform's own. Refuses accounts that are malformed or not connected, as Stripe does. */
export function accountOf(
  header: string | string[] | undefined,
  terms: Terms,
  wasCreated: (id: string) => boolean,
): string {
  if (header === undefined || header === '' || header === PLATFORM_ACCOUNT) return '';
  if (typeof header === 'string' && (wasCreated(header) || isConnected(header, terms))) return header;
  throw noAccess(String(header));
}

export const isAccountId = (id: string): boolean => /^acct_[A-Za-z0-9_]{1,64}$/.test(id);

/** Where the terms name no accounts, every well-formed one is connected. */
export const isConnected = (id: string, { accounts }: Terms): boolean =>
  isAccountId(id) && (accounts === null || accounts.includes(id));

export const noAccess = (id: string): ApiError =>
  new ApiError(
    403,
    {
      type: 'invalid_request_error',
      code: 'account_invalid',
      message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    },
    false,
  );
