import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../faults';
import { renderEvent } from '../resources/events';
import type { EventRecord, WebhookEndpointRecord } from '../state/records';
import type { Store } from '../state/store';
import { createJitter } from './jitter';
import { createPoster, type Poster } from './post';
import { createReorder } from './reorder';
import { signatureHeader } from './signature';
import { createTally, type DeliveryCounts } from './tally';

export interface DeliverySettings {
  /** Deliveries at once per endpoint; events of one payment stay in order. */
  readonly concurrency: number;
  readonly maxAttempts: number;
  readonly firstRetryMs: number;
  readonly maxRetryMs: number;
  readonly timeoutMs: number;
}

export const DELIVERY: DeliverySettings = {
  concurrency: 4,
  maxAttempts: 30,
  firstRetryMs: 100,
  maxRetryMs: 5_000,
  timeoutMs: 10_000,
};

export interface Deliveries {
  /** Since the start, of all accounts or one. */
  counts(account?: string): DeliveryCounts;
  /** Forgets what waits (after a reset). */
  forget(): void;
  stop(): Promise<void>;
}

interface Delivery {
  readonly event: EventRecord;
  readonly endpoint: WebhookEndpointRecord;
  readonly notBeforeMs: number;
}

/** Deliveries that go out one after the other. */
interface Lane {
  readonly queue: Delivery[];
  running: Promise<void> | undefined;
}

/** Sends events to the endpoints registered for them, signed, until a 2xx or the last attempt. What a killed process had not sent is sent at the next start. */
export function startDeliveries({
  store,
  faults,
  publicUrl,
  settings,
}: {
  store: Store;
  faults: Faults;
  publicUrl: () => string;
  settings: DeliverySettings;
}): Deliveries {
  const poster = createPoster({ maxSockets: settings.concurrency, timeoutMs: settings.timeoutMs });
  const lanes = new Map<string, Lane>();
  const stopping = new AbortController();
  const reorder = createReorder(faults, (events) => events.forEach(enqueue));
  const jitter = createJitter<Delivery>(queue);
  const tally = createTally<Delivery>(({ event }) => event.account);
  const send = createSender({ store, poster, publicUrl, settings, signal: stopping.signal });

  function enqueue(event: EventRecord): void {
    for (const id of event.endpoints) {
      const endpoint = store.book('').tables.endpoint.get(id);
      if (!endpoint || endpoint.deleted || faults.settings().webhooks.off || faults.isWebhookLost())
        store.markDelivered(event.id, id);
      else for (let copy = faults.webhookCopies(); copy > 0; copy -= 1) push(event, endpoint);
    }
  }

  function push(event: EventRecord, endpoint: WebhookEndpointRecord): void {
    const delivery: Delivery = { event, endpoint, notBeforeMs: Date.now() + faults.settings().webhooks.delayMs };
    tally.waits(delivery);
    const jitterMs = faults.webhookJitterMs();
    if (jitterMs > 0) jitter.hold(delivery, jitterMs);
    else queue(delivery);
  }

  function queue(delivery: Delivery): void {
    const name = `${delivery.endpoint.id}/${hash(delivery.event.orderKey) % settings.concurrency}`;
    const lane = lanes.get(name) ?? { queue: [], running: undefined };
    lanes.set(name, lane);
    lane.queue.push(delivery);
    lane.running ??= drain(lane);
  }

  async function drain(lane: Lane): Promise<void> {
    for (let next = lane.queue.shift(); next && !stopping.signal.aborted; next = lane.queue.shift()) {
      await pause(next.notBeforeMs - Date.now(), stopping.signal);
      const outcome = await send(next);
      if (outcome === 'stopped') break;
      tally.ends(next, outcome);
      store.markDelivered(next.event.id, next.endpoint.id);
    }
    lane.running = undefined;
  }

  store.onEvents((events) => reorder.take(events));
  for (const { account, eventId, endpoints } of store.undelivered.entries()) {
    const event = store.book(account).tables.event.get(eventId);
    if (event) enqueue({ ...event, endpoints });
  }

  return {
    counts: tally.of,
    forget() {
      reorder.clear();
      jitter.clear().forEach(tally.forgets);
      for (const lane of lanes.values()) lane.queue.splice(0).forEach(tally.forgets);
    },
    async stop() {
      stopping.abort();
      reorder.clear();
      jitter.clear();
      poster.stop();
      await Promise.all([...lanes.values()].map((lane) => lane.running));
    },
  };
}

interface SenderParts {
  readonly store: Store;
  readonly poster: Poster;
  readonly publicUrl: () => string;
  readonly settings: DeliverySettings;
  readonly signal: AbortSignal;
}

type SendOutcome = 'delivered' | 'abandoned' | 'unwanted' | 'stopped';

/** Sends one event to one endpoint until it is taken with a 2xx, the attempts are used up, the endpoint is deleted or the sandbox stops. */
function createSender({
  store,
  poster,
  publicUrl,
  settings,
  signal,
}: SenderParts): (delivery: Delivery) => Promise<SendOutcome> {
  return async function send({ event, endpoint }) {
    const body = JSON.stringify(renderEvent(event, publicUrl(), store.begin(event.account)));
    for (let attempt = 0; attempt < settings.maxAttempts; attempt += 1) {
      if (signal.aborted) return 'stopped';
      if (store.book('').tables.endpoint.get(endpoint.id)?.deleted) return 'unwanted';
      const status = await poster.post(endpoint.url, body, {
        'stripe-signature': signatureHeader(body, endpoint.secret),
      });
      if (status !== undefined && status >= 200 && status < 300) return 'delivered';
      await pause(Math.min(settings.maxRetryMs, settings.firstRetryMs * 2 ** Math.min(attempt, 20)), signal);
    }
    return 'abandoned';
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
