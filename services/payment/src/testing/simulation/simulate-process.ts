import { isRefused } from '@daka/contracts';
import { dispatch } from '@daka/service-kit';
import { sha256 } from '../../adapters/sha256';
import type { Now } from '../../domain/patience';
import { answerHandPayment, owedByHand, payByHand } from '../../domain/pay-by-hand';
import { owedToLearner } from '../../domain/proof/owed';
import { creditOf } from '../../domain/ledger/accounts';
import { replayEntries } from '../../domain/ledger/entry';
import { createFollowCheckIn } from '../../features/follow-check-in/consumer';
import { createFollowEnrolment } from '../../features/follow-enrolment/consumer';
import { createOpenCheckout } from '../../features/open-checkout/handler';
import { createProcessWebhooks } from '../../features/process-webhooks/handler';
import { createReceiveWebhook } from '../../features/receive-webhook/handler';
import { createSendRefunds } from '../../features/send-refunds/handler';
import { createSweepDisputes } from '../../features/sweep-disputes/handler';
import { createSyncCheckout } from '../../features/sync-checkout/handler';
import { createApplyDispute, createFindDisputes, createSyncDispute } from '../../features/sync-dispute/handler';
import { createWatchCheckouts } from '../../features/watch-checkouts/handler';
import { createWatchDisputes } from '../../features/watch-disputes/handler';
import type { Cohorts, Marks, Processor, Webhook, Webhooks } from '../../ports';
import { COOLING_OFF, ids, PATIENCE } from '../book';
import { createFakeCheckout } from './fake-checkout';
import { createFakeStripe } from './fake-stripe';
import { createMemoryBooks, Crash } from './memory-books';
import { createMemoryInbox } from './memory-inbox';
import { type Random, seededRandom } from '@daka/service-kit/testing';
import { createWorldOutside } from './world-outside';

const STEPS = 90;
const TOPICS = ['membership.enrolment', 'checkin.enrolment'] as const;
const { enrolmentId } = ids;

/** Payment as it runs, from the application to the last refund, on a fake clock, Stripe and bus; everything else is the real code. */
export async function simulateProcess(seed: number) {
  const random = seededRandom(seed);
  const now: { -readonly [K in keyof Now]: Now[K] } = {
    atMs: Date.parse('2026-03-01T00:00:00Z'),
    wallAtMs: 1_800_000_000_000,
  };
  const parts = createParts(random, now);
  const { memory, outside, stripe, payment } = parts;

  const survive = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch((error: unknown) => {
      const isExpected = error instanceof Crash || (error instanceof Error && error.message === 'cannot be asked now');
      if (!isExpected) throw error;
    });
    checkAlways(parts);
  };

  for (let step = 0; step < STEPS; step += 1) {
    now.wallAtMs += random.chance(0.02) ? 26 * 3_600_000 : random.below(240_000);
    now.atMs += random.below(240_000);
    await survive(() => act(parts, random, random.below(14)));
  }

  parts.calmDown();
  for (let round = 0; round < 400 && !isAtRest(parts); round += 1) {
    stripe.settle(0);
    now.wallAtMs += 61_000;
    now.atMs += 61_000;
    await survive(() => hearBus(parts, random, 1));
    await survive(() => payment.watchCheckouts(enrolmentId));
    stripe.decide(0.5);
    await survive(() => payment.sweepDisputes(new AbortController().signal));
    await survive(() => payment.watchDisputes(enrolmentId));
    await survive(() => payment.sendRefunds(enrolmentId, false));
    await survive(() => payment.processWebhooks(new AbortController().signal));
  }
  const isResting = isAtRest(parts);
  for (let round = 0; round < 6; round += 1) await survive(() => payByHandOrAnswer(parts, random));
  return {
    book: memory.current(),
    published: memory.published,
    outcome: outside.outcome(),
    isSettled: outside.isSettled(),
    stripe,
    captured: parts.captured,
    isAtRest: isResting,
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts(random: Random, now: Now) {
  const captured = new Map<string, number>();
  const wall = () => now.wallAtMs;
  const clocks = { now: () => ({ ...now }), wallMs: wall };
  const patience = { ...PATIENCE, maxAttempts: 1 + random.below(3) };
  let mayCrash = true;
  const memory = createMemoryBooks(enrolmentId, () => mayCrash && random.chance(0.05));
  const stripe = createFakeStripe(random, captured, wall);
  const pages = createFakeCheckout(random, captured, wall);
  const processor: Processor = { ...stripe.processor, ...pages.processor };
  const { books } = memory;
  const cohorts = { coolingOffOf: async () => COOLING_OFF } as unknown as Cohorts;
  const accounts = { of: async () => null, all: async () => [] };
  const inbox = createMemoryInbox();
  const refundWork = { nudge: () => undefined };
  const decisions = { admitted: async () => undefined };
  const disputePorts = { books, processor, clocks, patience, refundWork };
  const applyDispute = createApplyDispute(disputePorts);
  const syncDispute = createSyncDispute({ processor, applyDispute });
  const syncCheckout = createSyncCheckout({ books, cohorts, processor, clocks, patience, refundWork });
  const webhooks: Webhooks = { verify: (body) => JSON.parse(body.toString()) as Webhook };
  return {
    now,
    captured,
    memory,
    stripe,
    pages,
    outside: createWorldOutside(random, now),
    heard: { count: 0 },
    payment: {
      openCheckout: createOpenCheckout({
        books,
        cohorts,
        processor,
        clocks,
        patience,
        publicOrigin: 'https://daka.example',
        pause: async () => undefined,
      }),
      watchCheckouts: createWatchCheckouts({ books, clocks, patience, processor, syncCheckout }),
      sendRefunds: createSendRefunds({
        books,
        processor,
        clocks,
        patience,
        findDisputes: createFindDisputes({ processor, applyDispute }),
      }),
      watchDisputes: createWatchDisputes({ books, clocks, patience, syncDispute }),
      sweepDisputes: createSweepDisputes({ processor, applyDispute, accounts, marks: createMemoryMarks() }),
      follow: dispatch({
        'membership.enrolment': createFollowEnrolment({ ...disputePorts, decisions }),
        'checkin.enrolment': createFollowCheckIn(disputePorts),
      }),
      receiveWebhook: createReceiveWebhook({
        webhooks,
        inbox,
        books,
        clocks,
        logger: { warn: () => undefined },
        wakeInbox: () => undefined,
      }),
      processWebhooks: createProcessWebhooks({
        inbox,
        books,
        processor,
        clocks,
        patience,
        refundWork,
        syncCheckout,
        syncDispute,
        syncAccount: async () => undefined,
      }),
    },
    calmDown() {
      mayCrash = false;
      stripe.calmDown();
      pages.calmDown();
    },
  };
}

function createMemoryMarks(): Marks {
  const marks = new Map<string, number>();
  return { load: async (name) => marks.get(name) ?? null, save: async (name, value) => void marks.set(name, value) };
}

/** One thing happens: somebody acts, something is told, or a worker looks. */
async function act(parts: Parts, random: Random, what: number): Promise<unknown> {
  const { payment, pages, outside, stripe } = parts;
  switch (what) {
    case 0:
      return goToPay(parts);
    case 1:
      return random.chance(0.6) ? pages.pay() : undefined;
    case 2:
      return random.chance(0.4) ? outside.release() : outside.hold();
    case 3:
      return random.chance(0.02) ? outside.leaveEarly() : outside.closeDay();
    case 4:
      return random.chance(0.12) ? outside.settle() : stripe.settle(0.8);
    case 5:
      return sendWebhook(parts, random);
    case 6:
      return payment.processWebhooks(new AbortController().signal);
    case 7:
      return payment.watchCheckouts(enrolmentId);
    case 10:
      return actOnDisputes(parts, random);
    case 11:
      return payByHandOrAnswer(parts, random);
    case 8:
    case 9:
      return payment.sendRefunds(enrolmentId, random.chance(0.4));
    default:
      return hearBus(parts, random, 0.7);
  }
}

async function goToPay({ payment, pages }: Parts): Promise<void> {
  const checkout = await payment.openCheckout({ enrolmentId });
  if (!isRefused(checkout) && checkout.sessionId !== null) pages.show(checkout.sessionId);
}

/** The organiser says to have paid by hand, in truth or not; the learner confirms, objects, confirms late, or says nothing. */
async function payByHandOrAnswer({ memory: { books, current }, now }: Parts, random: Random): Promise<void> {
  const book = current();
  const { atMs } = now;
  const told = book?.paidOutside.at(-1);
  if (book && told && random.chance(0.5)) {
    const isReceived = random.chance(0.6);
    const answer = { reference: told.reference, isReceived, reason: isReceived ? null : 'nothing came' };
    await books.change(enrolmentId, (state) => answerHandPayment(state, answer, atMs));
    return;
  }
  const order = {
    amountMinor: 1 + random.below(book ? Math.max(1, owedByHand(book)) : 1),
    method: 'cash',
    paidById: ids.learnerId,
  };
  const reference = `r${book?.paidOutside.length ?? 0}`;
  const before = owedToLearner(book?.balances ?? {});
  await books.change(enrolmentId, (state) => payByHand(state, { ...order, reference }, atMs));
  if (owedToLearner(current()?.balances ?? {}) !== before)
    throw new Error('the word of the organiser took what is owed');
}

/** A bank takes back a payment, whole or in part, gone back already or not; decides; or is looked at. */
async function actOnDisputes({ stripe, captured, payment }: Parts, random: Random): Promise<void> {
  const [paymentIntentId, capturedMinor] = [...captured][random.below(captured.size)] ?? [];
  if (paymentIntentId && capturedMinor && random.chance(0.06))
    stripe.dispute(enrolmentId, paymentIntentId, random.chance(0.5) ? capturedMinor : 1 + random.below(capturedMinor));
  if (random.chance(0.3)) stripe.decide(0.5);
  await payment.watchDisputes(enrolmentId);
  if (random.chance(0.3)) await payment.sweepDisputes(new AbortController().signal);
}

/** Both ways: what payment has published reaches membership late and more than once; of the streams mostly the next message comes. */
async function hearBus({ outside, payment, memory, heard }: Parts, random: Random, nextness: number): Promise<void> {
  if (random.chance(nextness) && heard.count < memory.published.length) heard.count += 1;
  if (memory.published.slice(0, heard.count).some(({ type }) => type === 'payment.received.v1')) outside.hearPaid();
  for (const topic of TOPICS) {
    const seq = random.chance(nextness) ? memory.lastOf(topic) + 1 : 1 + random.below(outside.lengthOf(topic) + 1);
    const received = outside.message(topic, seq);
    if (received) await payment.follow(received);
  }
}

/** For any session or refund, at any time, any number of times; many never come. */
async function sendWebhook({ pages, stripe, payment }: Parts, random: Random): Promise<void> {
  const session = pages.sessions[random.below(pages.sessions.length)];
  const made = stripe.refunds[random.below(stripe.refunds.length)];
  const dispute = stripe.disputes[random.below(stripe.disputes.length)];
  const subject: Webhook['subject'] =
    dispute && random.chance(0.3)
      ? { kind: 'dispute', disputeId: dispute.disputeId }
      : random.chance(0.5)
        ? session
          ? { kind: 'checkout', sessionId: session.id }
          : null
        : made
          ? {
              kind: 'refund',
              refundId: made.report.processorRefundId,
              enrolmentId,
              period: made.report.period,
              attempt: made.report.attempt,
              status: made.report.status,
            }
          : null;
  if (subject === null) return;
  const id = `evt_${subject.kind}_${random.below(40)}`;
  const answer = await payment.receiveWebhook(
    Buffer.from(JSON.stringify({ id, type: subject.kind, subject })),
    'signed',
  );
  if (isRefused(answer)) throw new Error('a webhook was refused');
}

function isAtRest({ memory, outside, heard, stripe }: Parts): boolean {
  const book = memory.current();
  if (
    stripe.disputes.some(
      ({ disputeId, status }) => book?.disputes?.find((one) => one.disputeId === disputeId)?.status !== status,
    )
  )
    return false;
  const isHeard =
    TOPICS.every((topic) => memory.lastOf(topic) === outside.lengthOf(topic)) &&
    heard.count === memory.published.length;
  return isHeard && book !== null && book.work.refundsAtMs === null && book.work.lookAtMs === null;
}

/** Journals that did not grow since the last look need none. */
const checked = new WeakMap<object, number>();

/** What must hold at every instant. */
function checkAlways({ memory: { entries, current, published }, stripe, captured }: Parts): void {
  for (const [paymentIntentId, amountMinor] of captured) {
    if (stripe.sentMinor(paymentIntentId) > amountMinor)
      throw new Error(`more of ${paymentIntentId} was returned than captured`);
  }
  if (published.filter(({ type }) => type === 'payment.received.v1').length > 1)
    throw new Error('a seat was bought twice');
  if (entries.length === checked.get(entries)) return;
  checked.set(entries, entries.length);
  const { balances, fault } = replayEntries(entries, sha256);
  if (fault) throw new Error(`journal: ${JSON.stringify(fault)}`);
  const shown: Readonly<Record<string, number>> = current()?.balances ?? {};
  for (const account of ['deposits_held', 'deposits_frozen'])
    if ((shown[account] ?? 0) > 0) throw new Error(`${account} holds less than nothing`);
  const countedMinor = (current()?.paidOutside ?? []).reduce((sum, payment) => sum + payment.countedMinor, 0);
  if (creditOf(shown, 'paid_outside') !== countedMinor)
    throw new Error('what was paid by hand is not what was confirmed');
  for (const [account, sumMinor] of Object.entries(balances))
    if ((shown[account] ?? 0) !== sumMinor) throw new Error(`${account} is not the sum of its entries`);
}
