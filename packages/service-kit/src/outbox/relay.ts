import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, type Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { Outbox, Pending, Written } from '../documents';
import { createCache, createCacheBudget } from '../documents/cache';
import { createClearing } from './clearing';
import { createDoorbell } from '../queues/doorbell';
import { createHandoff } from './handoff';
import { countUnsent, readUnsent } from './pending';
import { createSender, type Sender } from './sender';
import type { Relay, RelayOptions } from './types';

const MAX_DOCUMENTS = 500;
const MAX_REMEMBERED = 5_000;
const ID_BYTES = 1;
/** What is younger is another process's to send, which has it at hand. */
const OTHERS_WAIT_MS = 2_000;
/** For what others left: what this process writes or could not send waits for no poll. */
const POLL_MS = OTHERS_WAIT_MS;
const MIN_BACK_OFF_MS = 100;
const MAX_BACK_OFF_MS = 5_000;
const STOP_WITHIN_MS = 3_000;

/**
 * Sends what stores have left in their outboxes, in order per document: one serial sender for this process.
 * What this process writes is sent at once; polling finds all else. Events leave the outbox only after Kafka
 * has acknowledged them, a moment later and many at once, so a crash in between sends them twice; consumers drop doubles.
 */
export function startRelay({ kafka, prefix, stores, logger, metrics, pollMs = POLL_MS }: RelayOptions): Relay {
  const outboxes = stores.map(({ outbox }) => outbox);
  const sender = createSender(kafka, prefix);
  const sendOnce = createSendOnce(sender);
  const { sent } = relayMetrics(metrics);
  const doorbell = createDoorbell();
  const handoff = createHandoff(outboxes, doorbell.ring);
  const ending = new AbortController();
  const clearing = createClearing();
  let pollAtMs = 0;
  /** Also what was written this moment: nothing that was left before may be overtaken. */
  let isAllWanted = true;

  async function publish(outbox: Outbox, pending: readonly Pending[], written: readonly Written[]): Promise<void> {
    if (pending.length === 0) return;
    await sendOnce(pending);
    clearing.add(outbox, written);
    sent.inc(
      { store: outbox.name },
      pending.reduce((sum, { events }) => sum + events.length, 0),
    );
  }

  async function poll(): Promise<void> {
    let full = false;
    const beforeMs = isAllWanted ? undefined : Date.now() - OTHERS_WAIT_MS;
    // Or what was sent a moment ago would be found, and cleared, a second time.
    await clearing.run('now');
    for (const outbox of outboxes) {
      const { pending, written, isFull } = await readUnsent(outbox, MAX_DOCUMENTS, beforeMs);
      await publish(outbox, pending, written);
      full ||= isFull;
    }
    isAllWanted = full;
    pollAtMs = full ? 0 : performance.now() + pollMs;
  }

  async function run(): Promise<void> {
    let backOffMs = 0;
    while (!ending.signal.aborted) {
      try {
        // Older events may wait in an outbox after a failure: then polling alone keeps the order, and finds the newest too.
        const handed = handoff.take();
        isAllWanted ||= !handed.complete;
        if (isAllWanted) await poll();
        else {
          for (const { outbox, written: some } of handed.batches)
            await publish(
              outbox,
              some.flatMap(({ pending }) => pending),
              some,
            );
          if (performance.now() >= pollAtMs) await poll();
        }
        await clearing.run();
        backOffMs = 0;
        await doorbell.wait(Math.max(0, Math.min(pollAtMs, clearing.dueAtMs()) - performance.now()));
      } catch (error) {
        pollAtMs = 0;
        isAllWanted = true;
        backOffMs = Math.min(MAX_BACK_OFF_MS, Math.max(MIN_BACK_OFF_MS, backOffMs * 2));
        logFailure(logger, error, backOffMs);
        await sender.reset();
        await doorbell.pause(backOffMs);
      }
    }
  }

  const running = run();
  return {
    nudge() {
      pollAtMs = 0;
      isAllWanted = true;
      doorbell.ring();
    },
    pending: () => countPending(outboxes),
    async stop() {
      ending.abort();
      handoff.stop();
      doorbell.close();
      await Promise.race([
        running.then(() => clearing.run('now')),
        sleep(STOP_WITHIN_MS, undefined, { ref: false }),
      ]).catch(() => undefined);
      await sender.reset();
    },
  };
}

/** Leaves out what this process has sent already: a poll may still see events that were just taken out. */
function createSendOnce({ send }: Sender): Sender['send'] {
  const acknowledged = createCache<true>(createCacheBudget(MAX_REMEMBERED * ID_BYTES));
  return async (pending) => {
    const unsent = pending.map(({ subject, events }) => ({
      subject,
      events: events.filter(({ id }) => !acknowledged.get(id)),
    }));
    await send(unsent.filter(({ events }) => events.length > 0));
    for (const { events } of unsent) for (const { id } of events) acknowledged.set(id, true, ID_BYTES);
  };
}

async function countPending(outboxes: readonly Outbox[]): Promise<number> {
  const counts = await Promise.all(outboxes.map(countUnsent));
  return counts.reduce((sum, count) => sum + count, 0);
}

function relayMetrics(metrics: Registry): { sent: Counter<'store'> } {
  const sent = new Counter({
    name: 'daka_relay_events_total',
    help: 'Events that Kafka has acknowledged',
    labelNames: ['store'] as const,
    registers: [metrics],
  });
  return { sent };
}

function logFailure(logger: Logger, error: unknown, backOffMs: number): void {
  // Unsent events are safe in MongoDB, so an outage is not an error of ours.
  logger.warn({ err: error, backOffMs }, 'relay: not sent, trying again');
}
