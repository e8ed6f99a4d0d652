import { isConnectedTo } from '../../domain/connect-account';
import type { Ports, SyncAccount } from '../../ports';

type Needs = Pick<Ports, 'accounts' | 'processor' | 'clocks' | 'patience'>;

/** Looks at one connected account afresh; from the end of its onboarding on it is the organisation's. */
export function createSyncAccount({ accounts, processor, clocks, patience }: Needs): SyncAccount {
  return async function syncAccount(accountId) {
    const organisationId = await accounts.organisationOf(accountId);
    if (organisationId === null) return;
    await accounts.lookAgain(accountId, clocks.wallMs() + patience.disputeEveryMs);
    const report = await processor.account(accountId);
    if (isConnectedTo(organisationId, report)) await accounts.finish(organisationId, accountId, clocks.now().atMs);
  };
}

/** Those that are under way, in case their webhooks are lost. */
export function createWatchAccounts(
  { accounts, clocks, syncAccount }: Pick<Needs, 'accounts' | 'clocks'> & { syncAccount: SyncAccount },
  limit: number,
) {
  return async function watchAccounts(): Promise<void> {
    for (const accountId of await accounts.dueForLook(clocks.wallMs(), limit)) await syncAccount(accountId);
  };
}
