import { isRefused, type Refused } from '@daka/contracts';
import type { Clocks, Inbox, Webhooks } from '../../ports';

interface Ports { webhooks: Webhooks; inbox: Inbox; clocks: Clocks; wakeInbox(): void }

/** Keeps a signed webhook once and answers at once; it is worked on from the inbox. */
export function createReceiveWebhook({ webhooks, inbox, clocks, wakeInbox }: Ports) {
  return async function receiveWebhook(rawBody: Buffer, signature: string): Promise<Refused<'bad_signature'> | { received: true }> {
    const { wallAtMs } = clocks.now();
    const webhook = webhooks.verify(rawBody, signature, wallAtMs);
    if (isRefused(webhook)) return webhook;
    if (webhook.subject !== null && (await inbox.add(webhook, wallAtMs))) wakeInbox();
    return { received: true };
  };
}
