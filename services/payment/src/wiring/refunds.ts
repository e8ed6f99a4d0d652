import { createWorkQueue } from '@daka/service-kit';
import type { Config } from '../config';
import { createPayByHand } from '../features/pay-by-hand/handler';
import { createSendRefunds } from '../features/send-refunds/handler';
import { createSweepReturned } from '../features/sweep-returned/handler';
import { createApplyDispute, createFindDisputes } from '../features/sync-dispute/handler';
import type { Ports, RefundWork } from '../ports';
import { POLL_LIMIT, type Polls } from './polls';

type Needs = Pick<Ports, 'books' | 'processor' | 'clocks' | 'patience' | 'marks' | 'accounts' | 'logger'>;

/** Money on its way back: sent, looked after, given back by banks, or paid by hand. */
export function createRefunds(ports: Needs, config: Polls & Pick<Config, 'REFUND_CONCURRENCY'>) {
  const { books, clocks, logger } = ports;
  // Who finds a dispute while sending goes on with that very refund and needs no waking.
  const applyDispute = createApplyDispute({ ...ports, refundWork: { nudge: () => undefined } });
  const findDisputes = createFindDisputes({ ...ports, applyDispute });
  const run = createSendRefunds({ ...ports, findDisputes });
  const queue = createWorkQueue({ run, concurrency: config.REFUND_CONCURRENCY, logger });
  const refundWork: RefundWork = { nudge: (enrolmentId) => queue.add(enrolmentId, true) };
  const sweepReturned = createSweepReturned({ ...ports, refundWork });

  async function takeUp(): Promise<void> {
    for (const id of await books.dueForRefunds(clocks.wallMs(), POLL_LIMIT)) queue.add(id, false);
  }

  return {
    refundWork,
    payByHand: createPayByHand(ports),
    periodics: [
      { name: 'refunds', everyMs: config.WORK_POLL_MS, run: takeUp },
      { name: 'returned-refunds', everyMs: config.DISPUTE_POLL_MS, run: sweepReturned },
    ],
    stop: () => queue.stop(),
  };
}
