import { type Refused, refuse } from '@daka/contracts';
import type { AccountId, Clocks, Processor, StripeAccounts } from '../../ports';

interface Ports {
  accounts: Pick<StripeAccounts, 'of' | 'choose'>;
  processor: Pick<Processor, 'canActFor'>;
  clocks: Pick<Clocks, 'now'>;
}
export interface ChosenAccount {
  organisationId: string;
  accountId: AccountId;
}
type Refusal = Refused<'account_not_usable' | 'account_bound_elsewhere' | 'payment_provider_unavailable'>;

/** The account that an organisation's own money is for. No learner pays into it; what was charged in it before stays there. */
export function createChooseAccount({ accounts, processor, clocks }: Ports) {
  return async function chooseAccount(
    organisationId: string,
    accountId: AccountId,
    byId: string,
  ): Promise<Refusal | ChosenAccount> {
    const answer = accountId === null ? null : await processor.canActFor(accountId);
    if (answer?.outcome === 'refused')
      return refuse(
        'account_not_usable',
        `The payment provider does not let Daka act for ${accountId}: ${answer.reason}`,
      );
    if (answer?.outcome === 'unclear')
      return refuse('payment_provider_unavailable', 'The payment provider does not answer; try again in a moment.');
    if (!(await accounts.choose(organisationId, accountId, byId, clocks.now().atMs)))
      return refuse('account_bound_elsewhere', `${accountId} is bound to another organisation.`);
    return { organisationId, accountId };
  };
}

export type ChooseAccount = ReturnType<typeof createChooseAccount>;
