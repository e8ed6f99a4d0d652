import { createWorkQueue } from '@daka/service-kit';
import { createSendTransfers } from '../features/send-transfers/handler';
import { createTransferFee } from '../features/transfer-fees/handler';
import { createTransferShare } from '../features/transfer-shares/handler';
import type { Ports } from '../ports';
import { POLL_LIMIT, type Polls } from './polls';

type Needs = Pick<
  Ports,
  'books' | 'cohortBooks' | 'cohorts' | 'accounts' | 'processor' | 'clocks' | 'patience' | 'logger'
>;

const AT_ONCE = 4;
/** Nobody waits for a transfer as for a refund. */
const POLLS_BETWEEN = 10;

/** Money to organisers' connected accounts. */
export function createTransfers(ports: Needs, config: Polls) {
  const { books, cohortBooks, accounts, clocks, logger } = ports;
  const sendTransfers = createSendTransfers(ports);
  const fees = createWorkQueue({ run: createTransferFee({ ...ports, sendTransfers }), concurrency: AT_ONCE, logger });
  const shares = createWorkQueue({ run: createTransferShare({ ...ports, sendTransfers }), concurrency: 1, logger });

  async function takeUp(): Promise<void> {
    const due = await books.dueForTransfers(clocks.now(), await accounts.organisations(), POLL_LIMIT);
    for (const id of due) fees.add(id, false);
    for (const id of await cohortBooks.dueForTransfers(clocks.wallMs(), POLL_LIMIT)) shares.add(id, false);
  }

  return {
    periodics: [{ name: 'transfers', everyMs: config.WORK_POLL_MS * POLLS_BETWEEN, run: takeUp }],
    stop: async () => void (await Promise.all([fees.stop(), shares.stop()])),
  };
}
