import { iso, isRefused, paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ConnectAccount } from './handler';

export const connectAccountRoute = route<{ connectAccount: ConnectAccount }>()({
  method: 'post',
  path: '/organisations/:organisationId/stripe-account',
  summary:
    "Create the organisation's own connected Stripe account, once, and get a link to Stripe's page where its owner says who they are. Asked again: another link, for one visit.",
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  answers: {
    200: paymentHttp.OnboardingBody,
    409: refusals('account_bound_elsewhere'),
    503: refusals('payment_provider_unavailable'),
  },
  async handle({ params, user }, { connectAccount }) {
    const found = await connectAccount(params.organisationId, user.id);
    if (isRefused(found)) return found;
    const { expiresAtMs, ...onboarding } = found;
    return { ...onboarding, expiresAt: expiresAtMs === null ? null : iso(expiresAtMs) };
  },
});
