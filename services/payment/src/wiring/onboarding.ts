import type { Config } from '../config';
import { createChooseAccount } from '../features/choose-account/handler';
import { createConnectAccount } from '../features/connect-account/handler';
import { createSyncAccount, createWatchAccounts } from '../features/sync-account/handler';
import type { Ports } from '../ports';
import { POLL_LIMIT, type Polls } from './polls';

type Needs = Pick<Ports, 'accounts' | 'processor' | 'clocks' | 'patience'>;

/** Which account an organisation's own money is for. */
export function createOnboarding(ports: Needs, config: Polls & Pick<Config, 'PUBLIC_ORIGIN'>) {
  const syncAccount = createSyncAccount(ports);
  const watch = createWatchAccounts({ ...ports, syncAccount }, POLL_LIMIT);
  return {
    syncAccount,
    connectAccount: createConnectAccount({ ...ports, syncAccount, publicOrigin: config.PUBLIC_ORIGIN }),
    chooseAccount: createChooseAccount(ports),
    periodics: [{ name: 'onboarding', everyMs: config.DISPUTE_POLL_MS, run: watch }],
  };
}
