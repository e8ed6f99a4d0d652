import { z } from 'zod';
import type { RefundFate } from './payments/refund';

const probability = z.number().min(0).max(1).default(0);
const everyNth = z.number().int().min(0).max(1_000_000).default(0);
const durationMs = z.number().int().min(0).max(3_600_000).default(0);

/** What goes wrong in this run. 0 (or false) means never. */
export const FaultSettings = z.strictObject({
  /** Seeds everything that is drawn. */
  seed: z.number().int().default(1),
  webhooks: z.strictObject({
    off: z.boolean().default(false),
    copies: z.number().int().min(1).max(5).default(1),
    /** Collects this many and sends them last first. */
    reverseWindow: z.number().int().min(0).max(10_000).default(0),
    /** An incomplete window is sent after this time. */
    reverseWaitMs: durationMs.default(200),
    delayMs: durationMs,
    lossProbability: probability,
  }).prefault({}),
  requests: z.strictObject({
    /** 429 rate_limit. */
    rateLimitEvery: everyNth,
    /** 429 lock_timeout. */
    lockTimeoutEvery: everyNth,
    /** 409 idempotency_key_in_use. */
    keyInUseEvery: everyNth,
    /** 500 before anything is changed; stored under the key, as at Stripe, unless `serverErrorStored` is false. */
    serverErrorEvery: everyNth,
    serverErrorStored: z.boolean().default(true),
    /** The change is done and remembered, the connection is cut instead of answering. */
    lostAnswerEvery: everyNth,
    latencyMs: durationMs,
  }).prefault({}),
  refunds: z.strictObject({
    /** Every refund stays pending this long; null: until the control API settles it. */
    pendingMs: durationMs.nullable(),
    /** Pending refunds that end as failed. */
    failEvery: everyNth,
    requiresActionEvery: everyNth,
  }).prefault({}),
});

export type FaultSettings = z.infer<typeof FaultSettings>;

export type RequestFault = 'rate_limit' | 'lock_timeout' | 'key_in_use' | 'server_error' | 'lost_answer';

/** The faults of a run: drawn from a seed, counted from the last change of settings. */
export interface Faults {
  settings(): FaultSettings;
  change(settings: FaultSettings): void;
  /** The fault that this API request meets, if any. Lost answers and key conflicts only meet POSTs. */
  nextRequestFault(method: string): RequestFault | undefined;
  nextRefundFate(nowMs: number): RefundFate;
  isWebhookLost(): boolean;
}

export function createFaults(initial: FaultSettings): Faults {
  let settings = initial;
  let random = seededRandom(initial.seed);
  let counts = { any: 0, posts: 0, refunds: 0 };
  const isNth = (count: number, every: number): boolean => every > 0 && count % every === 0;

  return {
    settings: () => settings,
    change(next) {
      settings = next;
      random = seededRandom(next.seed);
      counts = { any: 0, posts: 0, refunds: 0 };
    },
    nextRequestFault(method) {
      const { requests } = settings;
      counts.any += 1;
      if (isNth(counts.any, requests.rateLimitEvery)) return 'rate_limit';
      if (isNth(counts.any, requests.lockTimeoutEvery)) return 'lock_timeout';
      if (isNth(counts.any, requests.serverErrorEvery)) return 'server_error';
      if (method !== 'POST') return undefined;
      counts.posts += 1;
      if (isNth(counts.posts, requests.keyInUseEvery)) return 'key_in_use';
      return isNth(counts.posts, requests.lostAnswerEvery) ? 'lost_answer' : undefined;
    },
    nextRefundFate(nowMs) {
      const { pendingMs, failEvery, requiresActionEvery } = settings.refunds;
      counts.refunds += 1;
      if (isNth(counts.refunds, requiresActionEvery)) return { status: 'requires_action', settles: null };
      if (pendingMs === null) return { status: 'pending', settles: null };
      if (isNth(counts.refunds, failEvery)) return { status: 'pending', settles: { atMs: nowMs + pendingMs, as: 'failed' } };
      return pendingMs === 0 ? { status: 'succeeded', settles: null } : { status: 'pending', settles: { atMs: nowMs + pendingMs, as: 'succeeded' } };
    },
    isWebhookLost: () => settings.webhooks.lossProbability > 0 && random() < settings.webhooks.lossProbability,
  };
}

/** mulberry32: small, good enough for faults, the same everywhere. Draws from [0, 1). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
