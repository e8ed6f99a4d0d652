import { z } from 'zod';
import { isConnected, noAccess, PLATFORM_ACCOUNT } from '../api/accounts';
import { endpoint } from '../api/endpoint';
import { expand } from '../api/params';

export const accountEndpoints = [
  endpoint({
    method: 'get',
    path: '/v1/account',
    params: z.strictObject({ expand }),
    handle: ({ tx }) => renderAccount(tx.book.account || PLATFORM_ACCOUNT),
  }),
  endpoint({
    method: 'get',
    path: '/v1/accounts/:id',
    params: z.strictObject({ expand }),
    handle({ tx, id, around }) {
      const own = tx.book.account || PLATFORM_ACCOUNT;
      const mayLook = id === own || (own === PLATFORM_ACCOUNT && isConnected(id, around.terms()));
      if (!mayLook) throw noAccess(id);
      return renderAccount(id);
    },
  }),
];

/** A standard account with everything set up. */
function renderAccount(id: string): object {
  return {
    id,
    object: 'account',
    business_profile: {
      mcc: null,
      name: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: null,
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country: 'US',
    default_currency: 'usd',
    details_submitted: true,
    email: null,
    payouts_enabled: true,
    type: 'standard',
  };
}
