import { type Refused, refuse } from '@daka/contracts';
import type { Clocks, Processor, StripeAccounts } from '../../ports';
import type { SyncAccount } from '../../ports';

interface Ports {
  accounts: Pick<StripeAccounts, 'onboardingOf' | 'begin'>;
  processor: Pick<Processor, 'createAccount' | 'onboardingLink'>;
  clocks: Pick<Clocks, 'wallMs'>;
  syncAccount: SyncAccount;
  publicOrigin: string;
}

/** Where whoever owns the account says who they are; null: they have. */
export interface Onboarding {
  organisationId: string;
  accountId: string;
  url: string | null;
  expiresAtMs: number | null;
}
type Refusal = Refused<'account_bound_elsewhere' | 'payment_provider_unavailable'>;

/**
 * Creates the organisation's account at the processor, once, and leads its owner to the processor's own page. Nobody names an account by its id:
 * who gets the money is who the processor has met for this organisation.
 */
export function createConnectAccount(ports: Ports) {
  const { accounts, processor, clocks, syncAccount, publicOrigin } = ports;

  async function accountFor(organisationId: string, byId: string): Promise<Refusal | string> {
    const begun = await accounts.onboardingOf(organisationId);
    if (begun) return begun.accountId;
    const created = await processor.createAccount(organisationId);
    if (created.outcome !== 'answered') return unavailable(created.reason);
    const accountId = await accounts.begin(organisationId, created.value, byId, clocks.wallMs());
    return accountId ?? refuse('account_bound_elsewhere', `${created.value} is bound to another organisation.`);
  }

  return async function connectAccount(organisationId: string, byId: string): Promise<Refusal | Onboarding> {
    const accountId = await accountFor(organisationId, byId);
    if (typeof accountId !== 'string') return accountId;
    await syncAccount(accountId).catch(() => undefined); // a link is given all the same
    if ((await accounts.onboardingOf(organisationId))?.isDone)
      return { organisationId, accountId, url: null, expiresAtMs: null };
    const back = `${publicOrigin}/account?organisation=${organisationId}`;
    const link = await processor.onboardingLink(accountId, {
      returnUrl: `${back}&onboarding=done`,
      refreshUrl: `${back}&onboarding=again`,
    });
    return link.outcome === 'answered' ? { organisationId, accountId, ...link.value } : unavailable(link.reason);
  };
}

function unavailable(reason: string): Refused<'payment_provider_unavailable'> {
  return refuse('payment_provider_unavailable', `The payment provider does not do it now; try again: ${reason}`);
}

export type ConnectAccount = ReturnType<typeof createConnectAccount>;
