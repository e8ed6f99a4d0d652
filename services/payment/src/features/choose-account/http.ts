import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { createChooseAccount, createReadAccount } from './handler';

const path = '/organisations/:organisationId/stripe-account';

export const chooseAccountRoute = route<{ chooseAccount: ReturnType<typeof createChooseAccount> }>()({
  method: 'put',
  path,
  summary: 'Be paid into a connected Stripe account of one\'s own from now on; null: through the platform\'s.',
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  body: paymentHttp.StripeAccountOrder,
  answers: { 200: paymentHttp.StripeAccountBody, 409: refusals('account_not_usable'), 503: refusals('payment_provider_unavailable') },
  handle: ({ params, body, user }, { chooseAccount }) => chooseAccount(params.organisationId, body.accountId, user.id),
});

export const readAccountRoute = route<{ readAccount: ReturnType<typeof createReadAccount> }>()({
  method: 'get',
  path,
  summary: 'The account that new checkouts are paid into; null: the platform\'s.',
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  answers: { 200: paymentHttp.StripeAccountBody },
  handle: ({ params }, { readAccount }) => readAccount(params.organisationId),
});
