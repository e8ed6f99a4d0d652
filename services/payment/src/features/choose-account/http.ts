import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import type { ChooseAccount } from './handler';

const path = '/organisations/:organisationId/stripe-account';

export const chooseAccountRoute = route<{ chooseAccount: ChooseAccount }>()({
  method: 'put',
  path,
  summary:
    'Say which connected Stripe account of its own the fee and the share of the pool are for, or none; learners pay the platform in any case.',
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  body: paymentHttp.StripeAccountOrder,
  answers: {
    200: paymentHttp.StripeAccountBody,
    409: refusals('account_not_usable', 'account_bound_elsewhere'),
    503: refusals('payment_provider_unavailable'),
  },
  handle: ({ params, body, user }, { chooseAccount }) => chooseAccount(params.organisationId, body.accountId, user.id),
});

export const readAccountRoute = route<{ accounts: Pick<Ports['accounts'], 'of'> }>()({
  method: 'get',
  path,
  summary: 'The connected account that the fee and the share of the pool are for; null: they wait with the platform.',
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  answers: { 200: paymentHttp.StripeAccountBody },
  handle: async ({ params: { organisationId } }, { accounts }) => ({
    organisationId,
    accountId: await accounts.of(organisationId),
  }),
});
