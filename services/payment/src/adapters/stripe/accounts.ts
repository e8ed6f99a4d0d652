import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import type { Answer, Processor } from '../../ports';
import { META } from './requests';

/** Connected accounts of organisers: created by us, completed by whoever owns them on the processor's own pages. */
export function accountsAt(
  stripe: Stripe,
  answered: <T>(call: () => Promise<T>) => Promise<Answer<T>>,
): Pick<Processor, 'createAccount' | 'onboardingLink' | 'account'> {
  return {
    createAccount: (organisationId) =>
      answered(async () => {
        const { id } = await stripe.accounts.create(
          {
            type: 'express',
            capabilities: { transfers: { requested: true } },
            metadata: { [META.organisation]: organisationId },
          },
          { idempotencyKey: `account:${organisationId}` },
        );
        return id;
      }),
    onboardingLink: (accountId, { refreshUrl, returnUrl }) =>
      answered(async () => {
        const link = await stripe.accountLinks.create(
          { account: accountId, type: 'account_onboarding', refresh_url: refreshUrl, return_url: returnUrl },
          // A link is good for one visit: each is another one.
          { idempotencyKey: `link:${accountId}:${randomUUID()}` },
        );
        return { url: link.url, expiresAtMs: link.expires_at * 1_000 };
      }),
    async account(accountId) {
      const { metadata, details_submitted, capabilities } = await stripe.accounts.retrieve(accountId);
      return {
        accountId,
        organisationId: metadata?.[META.organisation] ?? null,
        mayBePaid: details_submitted && capabilities?.transfers === 'active',
      };
    },
  };
}
