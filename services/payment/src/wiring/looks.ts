import { createWorkQueue } from '@daka/service-kit';
import { createTendCredit } from '../features/tend-credit/handler';
import type { Ports } from '../ports';
import { POLL_LIMIT, type Polls } from './polls';

type Look = (enrolmentId: string) => Promise<void>;
type Needs = Pick<Ports, 'books' | 'clocks' | 'logger'> & { watchCheckouts: Look; watchDisputes: Look };

const AT_ONCE = 4;

/** Looks after enrolments without being told: open sessions, fees, open disputes, credit. */
export function createLooks(ports: Needs, config: Polls) {
  const { books, clocks, logger, watchCheckouts, watchDisputes } = ports;
  const tendCredit = createTendCredit(ports);

  async function look(enrolmentId: string): Promise<void> {
    await watchCheckouts(enrolmentId);
    await watchDisputes(enrolmentId);
    await tendCredit(enrolmentId);
  }
  const queue = createWorkQueue({ run: look, concurrency: AT_ONCE, logger });

  async function takeUp(): Promise<void> {
    for (const id of await books.dueForLook(clocks.wallMs(), POLL_LIMIT)) queue.add(id, false);
  }

  return { periodics: [{ name: 'looks', everyMs: config.WORK_POLL_MS, run: takeUp }], stop: () => queue.stop() };
}
