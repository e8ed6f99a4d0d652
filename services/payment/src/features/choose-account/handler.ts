import { type Refused, refuse } from '@daka/contracts';
import type { AccountId, Clocks, Processor, StripeAccounts } from '../../ports';

interface Ports {
  accounts: Pick<StripeAccounts, 'of' | 'choose' | 'organisationOf' | 'onboardingOf'>;
  processor: Pick<Processor, 'canActFor'>;
  clocks: Pick<Clocks, 'now'>;
}
export interface ChosenAccount {
  organisationId: string;
  accountId: AccountId;
}
type Refusal = Refused<'account_not_usable' | 'account_bound_elsewhere' | 'payment_provider_unavailable'>;

/**
 * Which of its own accounts an organisation's money is for: one that its onboarding has bound to it, or that it had before there was one; or none, and the money waits.
 * What was charged in an account stays there.
 */
export function createChooseAccount({ accounts, processor, clocks }: Ports) {
  async function refusalOf(organisationId: string, accountId: string): Promise<Refusal | null> {
    const boundTo = await accounts.organisationOf(accountId);
    if (boundTo !== null && boundTo !== organisationId)
      return refuse('account_bound_elsewhere', `${accountId} is bound to another organisation.`);
    const begun = await accounts.onboardingOf(organisationId);
    if (boundTo === null || (begun?.accountId === accountId && !begun.isDone))
      return refuse('account_not_usable', 'An account is connected by its onboarding at Stripe, not by its id.');
    const answer = await processor.canActFor(accountId);
    if (answer.outcome === 'refused')
      return refuse(
        'account_not_usable',
        `The payment provider does not let Daka act for ${accountId}: ${answer.reason}`,
      );
    return answer.outcome === 'unclear'
      ? refuse('payment_provider_unavailable', 'The payment provider does not answer; try again in a moment.')
      : null;
  }

  return async function chooseAccount(
    organisationId: string,
    accountId: AccountId,
    byId: string,
  ): Promise<Refusal | ChosenAccount> {
    const refusal = accountId === null ? null : await refusalOf(organisationId, accountId);
    if (refusal) return refusal;
    await accounts.choose(organisationId, accountId, byId, clocks.now().atMs);
    return { organisationId, accountId };
  };
}

export type ChooseAccount = ReturnType<typeof createChooseAccount>;
