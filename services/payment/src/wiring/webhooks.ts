import { createWorkQueue } from '@daka/service-kit';
import { createProcessWebhooks } from '../features/process-webhooks/handler';
import { createReceiveWebhook } from '../features/receive-webhook/handler';
import type { Ports, SyncAccount, SyncCheckout, SyncDispute } from '../ports';
import type { Polls } from './polls';

type Needs = Pick<
  Ports,
  'webhooks' | 'inbox' | 'books' | 'processor' | 'clocks' | 'patience' | 'refundWork' | 'logger'
> & { syncCheckout: SyncCheckout; syncDispute: SyncDispute; syncAccount: SyncAccount };

/** What the processor tells: kept at once, worked on from the inbox. */
export function createWebhooks(ports: Needs, config: Polls) {
  const ended = new AbortController();
  const processWebhooks = createProcessWebhooks(ports);
  // One run at a time; a ring during a run leads to one more after it.
  const runs = createWorkQueue({ run: () => processWebhooks(ended.signal), concurrency: 1, logger: ports.logger });
  const wakeInbox = () => runs.add('inbox', true);
  return {
    receiveWebhook: createReceiveWebhook({ ...ports, wakeInbox }),
    periodics: [{ name: 'webhooks', everyMs: config.WORK_POLL_MS, run: async () => wakeInbox() }],
    async stop() {
      ended.abort();
      await runs.stop();
    },
  };
}
