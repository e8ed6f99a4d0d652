import { type Refused, refuse } from '@daka/contracts';
import type { AccountId, Clocks, Processor, StripeAccounts } from '../../ports';

interface Ports { accounts: Pick<StripeAccounts, 'of' | 'choose'>; processor: Pick<Processor, 'canActFor'>; clocks: Pick<Clocks, 'now'> }
export interface ChosenAccount { organisationId: string; accountId: AccountId }
type Refusal = Refused<'account_not_usable' | 'payment_provider_unavailable'>;

/** The account that new checkouts of an organisation are paid into. What was charged before stays where it is. */
export function createChooseAccount({ accounts, processor, clocks }: Ports) {
  return async function chooseAccount(organisationId: string, accountId: AccountId, byId: string): Promise<Refusal | ChosenAccount> {
    const answer = accountId === null ? null : await processor.canActFor(accountId);
    if (answer?.outcome === 'refused') return refuse('account_not_usable', `The payment provider does not let Daka act for ${accountId}: ${answer.reason}`);
    if (answer?.outcome === 'unclear') return refuse('payment_provider_unavailable', 'The payment provider does not answer; try again in a moment.');
    await accounts.choose(organisationId, accountId, byId, clocks.now().atMs);
    return { organisationId, accountId };
  };
}

export function createReadAccount({ accounts }: { accounts: Pick<StripeAccounts, 'of'> }) {
  return async function readAccount(organisationId: string): Promise<ChosenAccount> {
    return { organisationId, accountId: await accounts.of(organisationId) };
  };
}
