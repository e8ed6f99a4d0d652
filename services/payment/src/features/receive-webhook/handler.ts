import { isRefused, type Refused } from '@daka/contracts';
import type { Logger } from '@daka/service-kit';
import { isNews } from '../../domain/send-refund';
import type { Books, Clocks, Inbox, Webhooks, WebhookSubject } from '../../ports';

interface Ports {
  webhooks: Webhooks;
  inbox: Inbox;
  books: Pick<Books, 'load'>;
  clocks: Clocks;
  logger: Pick<Logger, 'warn'>;
  wakeInbox(): void;
}

/** Keeps a signed webhook once and answers at once; it is worked on from the inbox. What the book knows already is not kept. */
export function createReceiveWebhook({ webhooks, inbox, books, clocks, logger, wakeInbox }: Ports) {
  return async function receiveWebhook(
    rawBody: Buffer,
    signature: string,
  ): Promise<Refused<'bad_signature'> | { received: true }> {
    const wallAtMs = clocks.wallMs();
    const webhook = webhooks.verify(rawBody, signature, wallAtMs);
    if (isRefused(webhook)) return webhook;
    const { subject, unreadable } = webhook;
    if (unreadable) {
      logger.warn(
        { webhook: webhook.id, problem: unreadable.problem },
        'a signed webhook could not be read; it is kept',
      );
      await inbox.add(webhook, wallAtMs);
      return { received: true };
    }
    if (subject === null || (await isKnown(subject))) return { received: true };
    if (await inbox.add(webhook, wallAtMs)) wakeInbox();
    return { received: true };
  };

  /** Most refunds are answered before their webhook comes: one read instead of keeping, taking up and ticking it off. */
  async function isKnown(subject: WebhookSubject): Promise<boolean> {
    if (subject.kind !== 'refund' || subject.enrolmentId === null) return false;
    const book = await books.load(subject.enrolmentId);
    return book !== null && !isNews(book, subject);
  }
}

export type ReceiveWebhook = ReturnType<typeof createReceiveWebhook>;
