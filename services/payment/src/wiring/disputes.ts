import { createSweepDisputes } from '../features/sweep-disputes/handler';
import { createApplyDispute, createSyncDispute } from '../features/sync-dispute/handler';
import { createWatchDisputes } from '../features/watch-disputes/handler';
import type { Ports } from '../ports';
import type { Polls } from './polls';

type Needs = Pick<Ports, 'books' | 'processor' | 'clocks' | 'patience' | 'refundWork' | 'marks' | 'accounts'>;

/** What banks question, followed by webhooks and by looking. */
export function createDisputes(ports: Needs, config: Polls) {
  const applyDispute = createApplyDispute(ports);
  const syncDispute = createSyncDispute({ ...ports, applyDispute });
  const sweepDisputes = createSweepDisputes({ ...ports, applyDispute });
  return {
    syncDispute,
    watchDisputes: createWatchDisputes({ ...ports, syncDispute }),
    periodics: [{ name: 'disputes', everyMs: config.DISPUTE_POLL_MS, run: sweepDisputes }],
  };
}
