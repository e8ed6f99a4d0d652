import { z } from 'zod';
import { REFUND_FAILURES, type RefundFate } from './payments/refund';
import { seededRandom } from './random';

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
    /** Refunds stay pending this long; null: until the control API settles them. */
    pendingMs: durationMs.nullable(),
    /** How many of them do; the others succeed at once. */
    pendingProbability: probability.default(1),
    /** Pending refunds that end as failed. */
    failEvery: everyNth,
    failProbability: probability,
    /** Refunds that succeed and come back from the bank later. */
    failLateEvery: everyNth,
    failLateProbability: probability,
    failLateMs: durationMs.default(1_000),
    failReason: z.enum(REFUND_FAILURES).default('declined'),
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
  let drawn = drawsOf(initial.seed);
  let counts = { any: 0, posts: 0, refunds: 0 };

  return {
    settings: () => settings,
    change(next) {
      settings = next;
      drawn = drawsOf(next.seed);
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
      counts.refunds += 1;
      return refundFate(settings.refunds, counts.refunds, drawn.refunds, nowMs);
    },
    isWebhookLost: () => isDrawn(drawn.losses, settings.webhooks.lossProbability),
  };
}

/** What is drawn for one purpose does not depend on how often others draw. */
const drawsOf = (seed: number) => ({ losses: seededRandom(seed), refunds: seededRandom(seed + 0x51ed27) });

const isNth = (count: number, every: number): boolean => every > 0 && count % every === 0;

const isDrawn = (random: () => number, wanted: number): boolean => wanted > 0 && random() < wanted;

function refundFate(wanted: FaultSettings['refunds'], count: number, random: () => number, nowMs: number): RefundFate {
  if (isNth(count, wanted.requiresActionEvery)) return { status: 'requires_action', settles: null };
  const fails = isNth(count, wanted.failEvery) || isDrawn(random, wanted.failProbability);
  const failsLate = isNth(count, wanted.failLateEvery) || isDrawn(random, wanted.failLateProbability);
  const isPending = wanted.pendingMs !== 0 && (wanted.pendingProbability === 1 || isDrawn(random, wanted.pendingProbability));
  const { failReason: reason } = wanted;
  if (wanted.pendingMs === null && isPending) return { status: 'pending', settles: null };

  const endsAtMs = nowMs + (isPending ? wanted.pendingMs ?? 0 : 0);
  if (fails) return { status: 'pending', settles: { atMs: endsAtMs, as: 'failed', reason } };
  const late = failsLate ? { atMs: endsAtMs + wanted.failLateMs, as: 'failed' as const, reason } : null;
  return isPending ? { status: 'pending', settles: { atMs: endsAtMs, as: 'succeeded', late } } : { status: 'succeeded', settles: late };
}
