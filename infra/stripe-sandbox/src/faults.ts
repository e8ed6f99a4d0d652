import { z } from 'zod';
import { REFUND_FAILURES, type RefundFate } from './payments/refund';
import { seededRandom } from './random';

const probability = z.number().min(0).max(1).default(0);
const everyNth = z.number().int().min(0).max(1_000_000).default(0);
const durationMs = z.number().int().min(0).max(3_600_000).default(0);

const Probabilities = z
  .strictObject({
    rateLimit: probability,
    lockTimeout: probability,
    keyInUse: probability,
    serverError: probability,
    lostAnswer: probability,
    hangBefore: probability,
    hangAfter: probability,
  })
  .refine((all) => Object.values(all).reduce((sum, one) => sum + one, 0) <= 1, 'together at most 1')
  .prefault({});

/** What goes wrong in this run. 0 (or false) means never. */
export const FaultSettings = z.strictObject({
  /** Seeds everything that is drawn. */
  seed: z.number().int().default(1),
  webhooks: z
    .strictObject({
      off: z.boolean().default(false),
      copies: z.number().int().min(1).max(5).default(1),
      /** One copy more. */
      duplicateProbability: probability,
      /** Collects this many and sends them last first. */
      reverseWindow: z.number().int().min(0).max(10_000).default(0),
      /** An incomplete window is sent after this time. */
      reverseWaitMs: durationMs.default(200),
      delayMs: durationMs,
      /** Each waits a drawn time of at most this long besides, and a later one may overtake it. */
      jitterMs: durationMs,
      lossProbability: probability,
    })
    .prefault({}),
  requests: z
    .strictObject({
      /** Only requests to paths that begin with one of these meet faults and are counted; none given: all. */
      paths: z.array(z.string().startsWith('/v1/')).max(20).default([]),
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
      /** No answer for `hangMs`, then the connection is cut: nothing was done, or all of it. */
      hangBeforeEvery: everyNth,
      hangAfterEvery: everyNth,
      hangMs: durationMs.default(60_000),
      /** The same faults drawn from the seed instead of counted; at most one meets a request. */
      probabilities: Probabilities,
      latencyMs: durationMs,
    })
    .prefault({}),
  refunds: z
    .strictObject({
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
    })
    .prefault({}),
});

export type FaultSettings = z.infer<typeof FaultSettings>;

export type RequestFault =
  | 'rate_limit'
  | 'lock_timeout'
  | 'key_in_use'
  | 'server_error'
  | 'lost_answer'
  | 'hang_before'
  | 'hang_after';

/** The faults of a run: drawn from a seed, counted from the last change of settings. */
export interface Faults {
  settings(): FaultSettings;
  change(settings: FaultSettings): void;
  /** The fault that this API request meets, if any. Lost answers and key conflicts only meet POSTs. */
  nextRequestFault(method: string, path: string): RequestFault | undefined;
  nextRefundFate(nowMs: number): RefundFate;
  isWebhookLost(): boolean;
  /** How often the event is sent, and how long each copy is held back out of order. */
  webhookCopies(): number;
  webhookJitterMs(): number;
  /** How many requests met which fault since the last change of settings. */
  met(): Readonly<Partial<Record<RequestFault, number>>>;
}

export function createFaults(initial: FaultSettings): Faults {
  let settings = initial;
  let drawn = drawsOf(initial.seed);
  let counts = { any: 0, posts: 0, refunds: 0 };
  let met: Partial<Record<RequestFault, number>> = {};

  return {
    settings: () => settings,
    change(next) {
      settings = next;
      drawn = drawsOf(next.seed);
      counts = { any: 0, posts: 0, refunds: 0 };
      met = {};
    },
    nextRequestFault(method, path) {
      const { paths } = settings.requests;
      if (paths.length > 0 && !paths.some((beginning) => path.startsWith(beginning))) return undefined;
      const isPost = method === 'POST';
      counts.any += 1;
      if (isPost) counts.posts += 1;
      const fault =
        countedFault(settings.requests, counts, isPost) ??
        drawnFault(settings.requests.probabilities, drawn.requests, isPost);
      if (fault) met[fault] = (met[fault] ?? 0) + 1;
      return fault;
    },
    nextRefundFate(nowMs) {
      counts.refunds += 1;
      return refundFate(settings.refunds, counts.refunds, drawn.refunds, nowMs);
    },
    isWebhookLost: () => isDrawn(drawn.losses, settings.webhooks.lossProbability),
    webhookCopies: () =>
      settings.webhooks.copies + (isDrawn(drawn.duplicates, settings.webhooks.duplicateProbability) ? 1 : 0),
    webhookJitterMs: () =>
      settings.webhooks.jitterMs > 0 ? Math.ceil(drawn.jitter() * settings.webhooks.jitterMs) : 0,
    met: () => met,
  };
}

/** What is drawn for one purpose does not depend on how often others draw. */
const drawsOf = (seed: number) => {
  const [losses, refunds, requests, duplicates, jitter] = [0, 1, 2, 3, 4].map((purpose) =>
    seededRandom(seed + purpose * 0x51ed27),
  ) as [Draw, Draw, Draw, Draw, Draw];
  return { losses, refunds, requests, duplicates, jitter };
};

type Draw = () => number;

const isNth = (count: number, every: number): boolean => every > 0 && count % every === 0;

const isDrawn = (random: () => number, wanted: number): boolean => wanted > 0 && random() < wanted;

function countedFault(
  wanted: FaultSettings['requests'],
  { any, posts }: { any: number; posts: number },
  isPost: boolean,
): RequestFault | undefined {
  if (isNth(any, wanted.rateLimitEvery)) return 'rate_limit';
  if (isNth(any, wanted.lockTimeoutEvery)) return 'lock_timeout';
  if (isNth(any, wanted.serverErrorEvery)) return 'server_error';
  if (isNth(any, wanted.hangBeforeEvery)) return 'hang_before';
  if (isNth(any, wanted.hangAfterEvery)) return 'hang_after';
  if (isPost && isNth(posts, wanted.keyInUseEvery)) return 'key_in_use';
  return isPost && isNth(posts, wanted.lostAnswerEvery) ? 'lost_answer' : undefined;
}

/** One draw a request; what is for POSTs only passes a GET by. */
function drawnFault(
  wanted: FaultSettings['requests']['probabilities'],
  random: Draw,
  isPost: boolean,
): RequestFault | undefined {
  const slices: readonly (readonly [RequestFault, number])[] = [
    ['rate_limit', wanted.rateLimit],
    ['lock_timeout', wanted.lockTimeout],
    ['server_error', wanted.serverError],
    ['hang_before', wanted.hangBefore],
    ['hang_after', wanted.hangAfter],
    ...(isPost
      ? ([
          ['key_in_use', wanted.keyInUse],
          ['lost_answer', wanted.lostAnswer],
        ] as const)
      : []),
  ];
  let left = random();
  for (const [fault, size] of slices) {
    if (left < size) return fault;
    left -= size;
  }
  return undefined;
}

function refundFate(wanted: FaultSettings['refunds'], count: number, random: () => number, nowMs: number): RefundFate {
  if (isNth(count, wanted.requiresActionEvery)) return { status: 'requires_action', settles: null };
  const fails = isNth(count, wanted.failEvery) || isDrawn(random, wanted.failProbability);
  const failsLate = isNth(count, wanted.failLateEvery) || isDrawn(random, wanted.failLateProbability);
  const isPending =
    wanted.pendingMs !== 0 && (wanted.pendingProbability === 1 || isDrawn(random, wanted.pendingProbability));
  const { failReason: reason } = wanted;
  if (wanted.pendingMs === null && isPending) return { status: 'pending', settles: null };

  const endsAtMs = nowMs + (isPending ? (wanted.pendingMs ?? 0) : 0);
  if (fails) return { status: 'pending', settles: { atMs: endsAtMs, as: 'failed', reason } };
  const late = failsLate ? { atMs: endsAtMs + wanted.failLateMs, as: 'failed' as const, reason } : null;
  return isPending
    ? { status: 'pending', settles: { atMs: endsAtMs, as: 'succeeded', late } }
    : { status: 'succeeded', settles: late };
}
