import { unreachable } from '@daka/contracts';
import { inParallel } from '@daka/service-kit';
import { backOffMs } from '../../domain/patience';
import { isNews, noteReport } from '../../domain/send-refund';
import type { InboxItem, Ports as AllPorts, SyncAccount, SyncCheckout, SyncDispute, WebhookSubject } from '../../ports';
import { reasonOf } from '../../domain/failure-reason';

type Ports = Pick<AllPorts, 'inbox' | 'books' | 'processor' | 'clocks' | 'patience' | 'refundWork'> & {
  syncCheckout: SyncCheckout;
  syncDispute: SyncDispute;
  syncAccount: SyncAccount;
};

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
      const done: string[] = [];
      await inParallel(items, AT_ONCE, async (item) => {
        if (await process(ports, item)) done.push(item.id);
      });
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
    const retryAtMs =
      attempts >= MAX_ATTEMPTS
        ? null
        : clocks.wallMs() + backOffMs(attempts, patience.retryFirstMs, patience.retryMaxMs);
    await inbox.putOff(id, reasonOf(error), retryAtMs);
    return false;
  }
}

async function follow(ports: Ports, subject: WebhookSubject): Promise<void> {
  const { accountId = null } = subject;
  switch (subject.kind) {
    case 'checkout':
      return ports.syncCheckout(subject.sessionId, accountId);
    case 'attempt':
      return followAttempt(ports, subject);
    case 'dispute':
      return ports.syncDispute(subject.disputeId, accountId);
    case 'account':
      return accountId === null ? undefined : ports.syncAccount(accountId);
    case 'refund':
      return followRefund(ports, subject);
    default:
      return unreachable(subject, 'subject');
  }
}

/** Metadata says where to look, and nothing else. */
async function followAttempt(
  { books, syncCheckout }: Ports,
  { enrolmentId, accountId }: Extract<WebhookSubject, { kind: 'attempt' }>,
): Promise<void> {
  const book = enrolmentId === null ? null : await books.load(enrolmentId);
  for (const { sessionId, status, request } of book?.sessions ?? [])
    if (sessionId !== null && status === 'open' && request.accountId === (accountId ?? null))
      await syncCheckout(sessionId, request.accountId);
}

async function followRefund(
  { books, processor, clocks, patience, refundWork }: Ports,
  hint: Extract<WebhookSubject, { kind: 'refund' }>,
): Promise<void> {
  if (hint.enrolmentId === null) return;
  const book = await books.load(hint.enrolmentId);
  if (book === null || !isNews(book, hint)) return;
  const report = await processor.refundById(hint.refundId, hint.accountId ?? null);
  const { events } = await books.change(hint.enrolmentId, (current) =>
    noteReport(current, report, clocks.now(), patience),
  );
  if (events.some(({ type }) => type === 'refund-sending')) refundWork.nudge(hint.enrolmentId);
}
