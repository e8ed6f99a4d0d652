import { commaList, commonSettings, type ConfigOf, type Settings, wholeNumber } from '@daka/service-kit';
import { z } from 'zod';
import type { Patience } from './domain/patience';

export const settings = {
  ...commonSettings,
  MONGO_DB: { ...commonSettings.MONGO_DB, default: 'daka_payment' },
  STRIPE_SECRET_KEY: {
    describe: 'secret key of the Stripe account; production takes a live one only',
    schema: z.string().min(1),
    secret: true,
    inProduction: (key) => (/^(sk|rk)_live_/.test(key) ? null : 'is no live key'),
  },
  STRIPE_WEBHOOK_SECRET: {
    describe:
      'signing secrets, comma-separated: of the webhook endpoint, of the one for connected accounts where it has its own, and two of each while rotating',
    schema: commaList.pipe(z.array(z.string()).max(4)),
    secret: true,
  },
  STRIPE_API_BASE: {
    describe: 'address of a Stripe double; empty: the real Stripe',
    schema: z.union([z.literal(''), z.url()]),
    default: '',
    inProduction: (base) => (base === '' ? null : 'is a double of Stripe'),
  },
  STRIPE_TIMEOUT_MS: {
    describe: 'longest wait for one answer of Stripe',
    schema: wholeNumber(100, 80_000),
    default: '10000',
  },
  CHECKOUT_POLL_FIRST_MS: {
    describe: 'first look at an open checkout session, in case its webhook is lost; the wait doubles each time',
    schema: wholeNumber(50, 600_000),
    default: '1000',
  },
  CHECKOUT_POLL_MAX_MS: {
    describe: 'longest wait between the first 40 looks at a session or a pending refund; later 15 times as long',
    schema: wholeNumber(100, 3_600_000),
    default: '4000',
  },
  REFUND_CONCURRENCY: { describe: 'refunds sent at the same time', schema: wholeNumber(1, 64), default: '8' },
  REFUND_RETRY_FIRST_MS: {
    describe: 'first wait after an unclear answer; doubles each time',
    schema: wholeNumber(10, 600_000),
    default: '500',
  },
  REFUND_RETRY_MAX_MS: {
    describe: 'longest wait after an unclear answer',
    schema: wholeNumber(100, 3_600_000),
    default: '60000',
  },
  REFUND_MAX_ATTEMPTS: {
    describe: 'attempts with new keys until a failing refund waits for another way out',
    schema: wholeNumber(1, 10),
    default: '3',
  },
  DISPUTE_POLL_MS: {
    describe:
      'how often open disputes are looked at, and new ones and refunds that came back are listed, in case their webhooks are lost',
    schema: wholeNumber(100, 86_400_000),
    default: '600000',
  },
  RECONCILE_EVERY_MS: {
    describe: 'how often the ledger is compared with every balance transaction of Stripe',
    schema: wholeNumber(100, 86_400_000),
    default: '3600000',
  },
  RECONCILE_GRACE_MS: {
    describe: 'how long what moved at Stripe may take to reach the ledger before it counts as a difference',
    schema: wholeNumber(0, 86_400_000),
    default: '900000',
  },
  WORK_POLL_MS: {
    describe: 'interval at which due work is looked for',
    schema: wholeNumber(20, 60_000),
    default: '500',
  },
  ARBITERS: {
    describe:
      "accounts of the platform's arbiters, comma-separated ids: they read every cohort's decision log, as members do",
    schema: z
      .string()
      .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
      .pipe(z.array(z.uuid())),
    default: '',
  },
  PROOF_EVERY_MS: {
    describe: 'interval at which ended days without a proof of deposits are looked for',
    schema: wholeNumber(50, 86_400_000),
    default: '60000',
  },
} as const satisfies Settings;

export type Config = ConfigOf<typeof settings>;

/** After a crash the refunds that were being sent are taken up again this late. A call still under way is harmless: its key is the same. */
const SEND_WITHIN_MS = 3_000;

/** The waits and bounds of talking to the processor. */
export function patienceOf(config: Config): Patience {
  return {
    sendWithinMs: SEND_WITHIN_MS,
    retryFirstMs: config.REFUND_RETRY_FIRST_MS,
    retryMaxMs: config.REFUND_RETRY_MAX_MS,
    checkFirstMs: config.CHECKOUT_POLL_FIRST_MS,
    checkMaxMs: config.CHECKOUT_POLL_MAX_MS,
    maxAttempts: config.REFUND_MAX_ATTEMPTS,
    disputeEveryMs: config.DISPUTE_POLL_MS,
  };
}
