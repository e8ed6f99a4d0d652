import type { Config } from '../config';
import { createOpenCheckout } from '../features/open-checkout/handler';
import { createSyncCheckout } from '../features/sync-checkout/handler';
import { createWatchCheckouts } from '../features/watch-checkouts/handler';
import type { Ports } from '../ports';

type Needs = Pick<Ports, 'books' | 'cohorts' | 'processor' | 'clocks' | 'patience' | 'refundWork'>;

/** Money on its way in. */
export function createCheckout(ports: Needs, { PUBLIC_ORIGIN }: Pick<Config, 'PUBLIC_ORIGIN'>) {
  const syncCheckout = createSyncCheckout(ports);
  return {
    openCheckout: createOpenCheckout({ ...ports, publicOrigin: PUBLIC_ORIGIN }),
    syncCheckout,
    watchCheckouts: createWatchCheckouts({ ...ports, syncCheckout }),
  };
}
