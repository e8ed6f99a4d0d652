import { type Patience, backOffMs } from '../../domain/book';
import { isNews, noteReport } from '../../domain/send-refund';
import type { AccountId, Books, Clocks, Inbox, InboxItem, Processor, RefundWork, WebhookSubject } from '../../ports';
import { reasonOf } from '../send-refunds/handler';

interface Ports {
  inbox: Inbox; books: Books; processor: Processor; clocks: Clocks; patience: Patience; refundWork: RefundWork;
  syncCheckout(sessionId: string, accountId: AccountId): Promise<void>;
  syncDispute(disputeId: string, accountId: AccountId): Promise<void>;
}

const BATCH = 50;
const MAX_BATCHES = 20;
const AT_ONCE = 8;
/** After these a webhook stays in the inbox as failed; the polls bring its object home all the same. */
const MAX_ATTEMPTS = 8;

/** Works through the inbox. A webhook says where to look; what is true is fetched afresh. */
export function createProcessWebhooks(ports: Ports) {
  const { inbox, clocks } = ports;
  return async function processWebhooks(signal: AbortSignal): Promise<void> {
    for (let count = 0; count < MAX_BATCHES && !signal.aborted; count += 1) {
      const items = await inbox.take(clocks.wallMs(), BATCH);
      const queue = [...items];
      const done: string[] = [];
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
          if (await process(ports, item)) done.push(item.id);
        }
      }));
      if (done.length > 0) await inbox.done(done);
      if (items.length < BATCH) return;
    }
  };
}

async function process(ports: Ports, { id, subject, attempts }: InboxItem): Promise<boolean> {
  try {
    await follow(ports, subject);
    return true;
  } catch (error) {
    const { inbox, clocks, patience } = ports;
    const retryAtMs = attempts >= MAX_ATTEMPTS ? null : clocks.wallMs() + backOffMs(attempts, patience.retryFirstMs, patience.retryMaxMs);
    await inbox.putOff(id, reasonOf(error), retryAtMs);
    return false;
  }
}

async function follow(ports: Ports, subject: WebhookSubject): Promise<void> {
  const { accountId = null } = subject;
  switch (subject.kind) {
    case 'checkout': return ports.syncCheckout(subject.sessionId, accountId);
    case 'dispute': return ports.syncDispute(subject.disputeId, accountId);
    case 'refund': return followRefund(ports, subject);
    default: return unknownSubject(subject);
  }
}

async function followRefund({ books, processor, clocks, patience, refundWork }: Ports, hint: Extract<WebhookSubject, { kind: 'refund' }>): Promise<void> {
  if (hint.enrolmentId === null) return;
  const book = await books.load(hint.enrolmentId);
  if (book === null || !isNews(book, hint)) return;
  const report = await processor.refundById(hint.refundId, hint.accountId ?? null);
  const { events } = await books.change(hint.enrolmentId, (current) => noteReport(current, report, clocks.now(), patience));
  if (events.some(({ type }) => type === 'refund-sending')) refundWork.nudge(hint.enrolmentId);
}

function unknownSubject(subject: never): never {
  throw new Error(`unknown subject ${JSON.stringify(subject)}`);
}
