import { sha256 } from '../../adapters/sha256';
import type { Now, Patience } from '../../domain/patience';
import { followCheckIn } from '../follow';
import { followEnrolment } from '../follow';
import { replayEntries } from '../../domain/ledger/entry';
import { noteReport } from '../../domain/send-refund';
import { createSendRefunds } from '../../features/send-refunds/handler';
import { createApplyDispute, createFindDisputes, createSyncDispute } from '../../features/sync-dispute/handler';
import { bonusOf, cancelledMessage, held, ids, opened, paid, PATIENCE, payoutDue, PRICE, settledAt } from '../book';
import { createFakeStripe } from './fake-stripe';
import { Crash, createMemoryBooks } from './memory-books';
import { seededRandom, type Random } from '@daka/service-kit/testing';

type Message = Parameters<typeof followCheckIn>[1] | typeof cancelledMessage;

const STEPS = 60;
const CAPTURED = PRICE.entryFeeMinor + PRICE.depositMinor;

/** One learner's money under a seeded schedule of faults; throws at the first broken promise. Returns what happened, for the test to judge. */
export async function simulate(seed: number) {
  const random = seededRandom(seed);
  const now: { -readonly [K in keyof Now]: Now[K] } = {
    atMs: Date.parse('2026-03-02T00:00:00Z'),
    wallAtMs: 1_800_000_000_000,
  };
  const patience = { ...PATIENCE, maxAttempts: 1 + random.below(3) };
  let mayCrash = true;
  const memory = createMemoryBooks(ids.enrolmentId, () => mayCrash && random.chance(0.06));
  const stripe = createFakeStripe(random, new Map([['pi_1', CAPTURED]]), () => now.wallAtMs);
  const parts = {
    books: memory.books,
    processor: stripe.processor,
    clocks: { now: () => ({ ...now }), wallMs: () => now.wallAtMs },
    patience,
  };
  const applyDispute = createApplyDispute({ ...parts, refundWork: { nudge: () => undefined } });
  const findDisputes = createFindDisputes({ ...parts, applyDispute });
  const sendRefunds = createSendRefunds({ ...parts, findDisputes });
  const syncDispute = createSyncDispute({ ...parts, applyDispute });
  const messages = history(random);

  const survive = async (work: () => Promise<void> | void): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const isExpected = error instanceof Crash || (error instanceof Error && error.message === 'cannot be asked now');
      if (!isExpected) throw error;
    }
    checkAlways(memory, stripe);
  };
  const deliver = (index: number) =>
    survive(() => {
      const message = messages[index - 1];
      if (message) memory.deliver(index, (book) => follow(book, message, { ...now }, patience));
    });

  mayCrash = false;
  memory.put([opened, held, paid]);
  mayCrash = true;
  for (let step = 0; step < STEPS; step += 1) {
    now.wallAtMs += random.chance(0.04) ? 26 * 3_600_000 : random.below(4_000);
    now.atMs += random.below(86_400_000);
    const act = random.below(11);
    // Late copies of old messages among the new ones; one that met a crash before its write comes again.
    if (act < 3) await deliver(random.chance(0.2) ? 1 + random.below(messages.length) : memory.lastSeq() + 1);
    if (act >= 3 && act < 8) await survive(() => sendRefunds(ids.enrolmentId, random.chance(0.4)));
    if (act === 8) stripe.settle(0.6);
    if (act === 10) await disputes(random, stripe, (id) => survive(() => syncDispute(id, null)));
    if (act === 9) await survive(() => webhook(random, memory, stripe, { ...now }, patience));
  }

  // The storm is over: everything must come to rest by itself.
  mayCrash = false;
  stripe.calmDown();
  stripe.decide(0.5);
  for (const { disputeId } of stripe.disputes) await survive(() => syncDispute(disputeId, null));
  for (let index = 1; index <= messages.length; index += 1) await deliver(index);
  for (let round = 0; round < 200 && memory.current()?.work.refundsAtMs !== null; round += 1) {
    stripe.settle(0);
    now.wallAtMs += 61_000;
    await survive(() => sendRefunds(ids.enrolmentId, false));
  }
  return { book: memory.current(), stripe, messages };
}

type Memory = ReturnType<typeof createMemoryBooks>;
type Stripe = ReturnType<typeof createFakeStripe>;

function follow(book: ReturnType<Memory['current']>, message: Message, now: Now, patience: Patience) {
  return message.type === 'membership.enrolment-cancelled.v1'
    ? followEnrolment(book, message, now, patience)
    : followCheckIn(book, message as Parameters<typeof followCheckIn>[1], now, patience);
}

/** Rising (and sometimes falling) totals, then settlement and bonus, or a cancellation. */
function history(random: Random): Message[] {
  const messages: Message[] = [];
  let dueMinor = 0;
  const days = 1 + random.below(8);
  for (let day = 1; day <= days; day += 1) {
    dueMinor = random.chance(0.15)
      ? Math.max(0, dueMinor - random.below(300))
      : Math.min(PRICE.depositMinor, dueMinor + random.below(1_400));
    messages.push(payoutDue(`2026-03-${String(day + 1).padStart(2, '0')}`, dueMinor, day));
    if (random.chance(0.2)) messages.push(payoutDue(`2026-03-${String(day + 1).padStart(2, '0')}`, dueMinor, day));
  }
  if (random.chance(0.25)) return [...messages, cancelledMessage];
  const entitledMinor = Math.min(PRICE.depositMinor, dueMinor + random.below(500));
  return [...messages, settledAt(entitledMinor), bonusOf(random.below(4_000))];
}

/** Opened, decided, or told of, at any time and any number of times. */
async function disputes(random: Random, stripe: Stripe, tell: (disputeId: string) => Promise<void>): Promise<void> {
  if (random.chance(0.08)) stripe.dispute(ids.enrolmentId, 'pi_1', 1 + random.below(CAPTURED));
  if (random.chance(0.2)) stripe.decide(0.5);
  for (const { disputeId } of stripe.disputes) if (random.chance(0.5)) await tell(disputeId);
}

/** A webhook for any refund, at any time, any number of times. */
async function webhook(
  random: Random,
  { books }: Memory,
  { refunds }: Stripe,
  now: Now,
  patience: Patience,
): Promise<void> {
  const made = refunds[random.below(refunds.length)];
  if (made) await books.change(ids.enrolmentId, (book) => noteReport(book, { ...made.report }, now, patience));
}

/** Journals that did not grow since the last look need none. */
const checked = new WeakMap<object, number>();

/** What must hold at every instant. */
function checkAlways({ current, entries }: Memory, stripe: Stripe): void {
  const book = current();
  const succeeded = stripe.refunds.filter(({ report }) => report.status !== 'failed');
  const perPeriod = new Map<string | null, number>();
  for (const { report } of succeeded) perPeriod.set(report.period, (perPeriod.get(report.period) ?? 0) + 1);
  for (const [period, count] of perPeriod) if (count > 1) throw new Error(`${count} refunds for ${period}`);
  if (stripe.sentMinor('pi_1') > CAPTURED) throw new Error('more was returned than captured');
  if (entries.length === checked.get(entries)) return;
  checked.set(entries, entries.length);
  const { balances, fault } = replayEntries(entries, sha256);
  if (fault) throw new Error(`journal: ${JSON.stringify(fault)}`);
  for (const [account, sumMinor] of Object.entries(balances)) {
    if ((book?.balances[account as keyof typeof book.balances] ?? 0) !== sumMinor)
      throw new Error(`${account} is not the sum of its entries`);
  }
}
