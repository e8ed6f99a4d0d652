import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, type Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { Outbox } from '../mongo';
import { createDoorbell } from './doorbell';
import { archiveAndClear, type Pending, readPending } from './outbox';
import { createSender } from './sender';
import type { Relay, RelayOptions } from './types';

const MAX_DOCUMENTS = 500;
const POLL_MS = 500;
const MIN_BACK_OFF_MS = 100;
const MAX_BACK_OFF_MS = 5_000;
const STOP_WITHIN_MS = 3_000;

/**
 * Sends what stores have left in their outboxes, in order per document: one serial sender for this process.
 * Events leave the outbox only after Kafka has acknowledged them, so a crash in between sends them twice; consumers drop doubles.
 */
export function startRelay({ kafka, prefix, stores, logger, metrics, pollMs = POLL_MS }: RelayOptions): Relay {
  const outboxes = stores.map(({ outbox }) => outbox);
  const sender = createSender(kafka, prefix);
  const counters = relayMetrics(metrics);
  const doorbell = createDoorbell();
  const listening = outboxes.map((outbox) => outbox.onWritten(doorbell.ring));
  const ending = new AbortController();

  async function run(): Promise<void> {
    let backOffMs = 0;
    while (!ending.signal.aborted) {
      try {
        const full = await drainOnce(outboxes, sender.send, counters.sent);
        backOffMs = 0;
        if (!full) await doorbell.wait(pollMs);
      } catch (error) {
        backOffMs = Math.min(MAX_BACK_OFF_MS, Math.max(MIN_BACK_OFF_MS, backOffMs * 2));
        logFailure(logger, error, backOffMs);
        await sender.reset();
        await doorbell.pause(backOffMs);
      }
    }
  }

  const running = run();
  return {
    nudge: doorbell.ring,
    pending: () => countPending(outboxes),
    async stop() {
      ending.abort();
      for (const stopListening of listening) stopListening();
      doorbell.close();
      await Promise.race([running, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
      await sender.reset();
    },
  };
}

/** One round over all stores. True: there was more than fits into a round. */
async function drainOnce(
  outboxes: readonly Outbox[],
  send: (pending: readonly Pending[]) => Promise<void>,
  sent: Counter<'store'>,
): Promise<boolean> {
  let full = false;
  for (const outbox of outboxes) {
    const pending = await readPending(outbox, MAX_DOCUMENTS);
    if (pending.length === 0) continue;
    await send(pending);
    await archiveAndClear(outbox, pending);
    sent.inc({ store: outbox.name }, pending.reduce((sum, { events }) => sum + events.length, 0));
    full ||= pending.length === MAX_DOCUMENTS;
  }
  return full;
}

async function countPending(outboxes: readonly Outbox[]): Promise<number> {
  const counts = await Promise.all(outboxes.map(({ model }) => model.collection.countDocuments({ pendingSince: { $exists: true } })));
  return counts.reduce((sum, count) => sum + count, 0);
}

function relayMetrics(metrics: Registry): { sent: Counter<'store'> } {
  const sent = new Counter({
    name: 'daka_relay_events_total', help: 'Events that Kafka has acknowledged', labelNames: ['store'] as const, registers: [metrics],
  });
  return { sent };
}

function logFailure(logger: Logger, error: unknown, backOffMs: number): void {
  // Unsent events are safe in MongoDB, so an outage is not an error of ours.
  logger.warn({ err: error, backOffMs }, 'relay: not sent, trying again');
}
