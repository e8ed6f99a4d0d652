import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import { z } from 'zod';
import { isConnected, noAccess, PLATFORM_ACCOUNT } from '../api/accounts';
import { endpoint, type Call } from '../api/endpoint';
import { invalid } from '../api/error';
import { listPage } from '../api/list';
import { boolean, createdRange, expand, metadata, page, text, url } from '../api/params';
import type { AccountRecord } from '../state/records';

/** A link to onboarding is for one visit, soon. */
const LINK_SECONDS = 300;
const FIRST_CREATED = 1_700_000_000;

const CreateParams = z.strictObject({
  type: z.enum(['express', 'standard'], 'must be one of express or standard').default('standard'),
  country: text(2).default('US'),
  email: text().optional(),
  metadata: metadata.default({}),
  capabilities: z
    .strictObject({ transfers: z.strictObject({ requested: boolean }).optional(), card_payments: z.unknown() })
    .partial()
    .default({}),
  expand,
});
const LinkParams = z.strictObject({
  account: text(),
  type: z.literal('account_onboarding', 'must be account_onboarding'),
  refresh_url: url,
  return_url: url,
  expand,
});

export const accountEndpoints = [
  endpoint({
    method: 'get',
    path: '/v1/account',
    params: z.strictObject({ expand }),
    handle: ({ tx }) => renderAccount(accountRecord(tx.book.account || PLATFORM_ACCOUNT)),
  }),
  endpoint({
    method: 'get',
    path: '/v1/accounts',
    params: z.strictObject({ ...page, created: createdRange }),
    handle: ({ tx, params }) =>
      listPage(params, {
        url: '/v1/accounts',
        noun: 'account',
        table: tx.book.tables.account,
        created: params.created,
        render: renderAccount,
      }),
  }),
  endpoint({
    method: 'get',
    path: '/v1/accounts/:id',
    params: z.strictObject({ expand }),
    handle({ tx, id, around }) {
      const own = tx.book.account || PLATFORM_ACCOUNT;
      const made = own === PLATFORM_ACCOUNT ? tx.find('account', id) : undefined;
      const mayLook = made || id === own || (own === PLATFORM_ACCOUNT && isConnected(id, around.terms()));
      if (!mayLook) throw noAccess(id);
      return renderAccount(made ?? accountRecord(id));
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/accounts',
    params: CreateParams,
    known: ['business_profile', 'business_type', 'controller', 'settings', 'tos_acceptance', 'default_currency'],
    handle({ tx, params }: Call<z.infer<typeof CreateParams>>) {
      const made: AccountRecord = {
        id: `acct_1${tx.newId('x').slice(2)}`,
        created: tx.now,
        type: params.type,
        country: params.country,
        email: params.email ?? null,
        metadata: params.metadata,
        asksForTransfers: params.capabilities.transfers?.requested ?? false,
        isOnboarded: false,
      };
      tx.put('account', made);
      return renderAccount(made);
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/account_links',
    params: LinkParams,
    known: ['collect', 'collection_options'],
    handle({ tx, params, around }: Call<z.infer<typeof LinkParams>>) {
      if (!tx.find('account', params.account))
        throw invalid(`No such account: '${params.account}'`, { code: 'resource_missing', param: 'account' });
      const link = {
        id: `alink_${randomBytes(12).toString('hex')}`,
        created: tx.now,
        account: params.account,
        refreshUrl: params.refresh_url,
        returnUrl: params.return_url,
        expiresAt: tx.now + LINK_SECONDS,
        isUsed: false,
      };
      tx.put('accountLink', link);
      return {
        object: 'account_link',
        created: link.created,
        expires_at: link.expiresAt,
        url: `${around.publicUrl()}/onboarding/${link.id}`,
      } satisfies Omit<Stripe.AccountLink, 'lastResponse'>;
    },
  }),
];

/** A standard account with everything set up, as those are that nobody has created here. */
const accountRecord = (id: string): AccountRecord => ({
  id,
  created: FIRST_CREATED,
  type: 'standard',
  country: 'US',
  email: null,
  metadata: {},
  asksForTransfers: true,
  isOnboarded: true,
});

/** The account as Stripe shows it. */
export function renderAccount({ id, type, country, email, metadata: of, ...record }: AccountRecord): object {
  const { isOnboarded, asksForTransfers } = record;
  const state = isOnboarded ? 'active' : 'inactive';
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
    capabilities: { card_payments: state, ...(asksForTransfers && { transfers: state }) },
    charges_enabled: isOnboarded,
    country,
    default_currency: 'usd',
    details_submitted: isOnboarded,
    email,
    metadata: of,
    payouts_enabled: isOnboarded,
    type,
  };
}
