import { randomUUID } from 'node:crypto';
import { createBooks } from '@daka/payment/dist/adapters/mongo/books';
import type { BookEvent } from '@daka/payment/dist/domain/book-events';
import { connectMongo, createLogger } from '@daka/service-kit';
import type { KeyServer, BenchLearner } from './learners';

const AT_ONCE = 64;
const CURRENCY = 'USD';
const ENTRY_FEE_MINOR = 2_000;
const DEPOSIT_MINOR = 30_000;
const DAY_MS = 86_400_000;

interface Keeping {
  cohortId: string;
  organisationId: string;
  learnerIds: readonly string[];
  /** Each was earned by one day, sent and has arrived. */
  payouts: number;
}

/** Books of learners who have paid and were paid out day by day, written by payment's own store; returns the learners. */
export async function keepBooks(
  { mongoUrl, databasePrefix }: { mongoUrl: string; databasePrefix: string },
  keys: KeyServer,
  { learnerIds, ...keeping }: Keeping,
): Promise<BenchLearner[]> {
  const logger = createLogger({ service: 'bench', level: 'warn' });
  const mongo = await connectMongo({ url: mongoUrl, db: `${databasePrefix}_payment`, logger });
  const books = createBooks(mongo);
  const learners: BenchLearner[] = [];
  const waiting = [...learnerIds];
  const keep = async () => {
    for (let learnerId = waiting.pop(); learnerId !== undefined; learnerId = waiting.pop()) {
      const enrolmentId = randomUUID();
      const events = eventsOf({ ...keeping, enrolmentId, learnerId });
      await books.change(enrolmentId, () => events);
      learners.push({ enrolmentId, authorization: `Bearer ${keys.token(learnerId)}` });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keep));
  await mongo.stop();
  return learners;
}

type Of = Omit<Keeping, 'learnerIds'> & { enrolmentId: string; learnerId: string };

function eventsOf({ payouts, enrolmentId, learnerId, cohortId, organisationId }: Of): BookEvent[] {
  const startMs = Date.now() - payouts * DAY_MS;
  const price = { currency: CURRENCY, entryFeeMinor: ENTRY_FEE_MINOR, depositMinor: DEPOSIT_MINOR };
  const paymentIntentId = `pi_${enrolmentId}`;
  return [
    { type: 'opened', enrolmentId, cohortId, organisationId, timeZone: 'UTC', learnerId },
    { type: 'seat-held', price, seatHeldUntilMs: startMs },
    {
      type: 'captured',
      paymentIntentId,
      entryFeeMinor: ENTRY_FEE_MINOR,
      depositMinor: DEPOSIT_MINOR,
      feeEarnedFromMs: startMs + 7 * DAY_MS,
      charge: { chargeId: `ch_${enrolmentId}`, method: 'card', capturedAtMs: startMs, feeMinor: 958 },
      atMs: startMs,
    },
    ...Array.from({ length: payouts }, (_, index) => payout(paymentIntentId, index, startMs)).flat(),
  ];
}

function payout(paymentIntentId: string, index: number, startMs: number): BookEvent[] {
  const atMs = startMs + (index + 1) * DAY_MS;
  const period = new Date(atMs).toISOString().slice(0, 10);
  const amountMinor = 1_000;
  const dueMinor = amountMinor * (index + 1);
  const refund = { period, kind: 'deposit', amountMinor } as const;
  const days = [{ day: period, kind: 'on_time', position: index + 1, weight: 1 }] as const;
  return [
    { type: 'entitlement-changed', revision: index + 1, entitledMinor: dueMinor },
    { type: 'payout-accrued', period, dueMinor, amountMinor, days, atMs },
    { type: 'refund-planned', ...refund, paymentIntentId, nextAtMs: null },
    { type: 'refund-sending', period, attempt: 1, amountMinor, atMs, wallAtMs: atMs, nextAtMs: atMs },
    { type: 'refund-succeeded', ...refund, attempt: 1, processorRefundId: `re_${paymentIntentId}_${index}`, atMs },
  ];
}
