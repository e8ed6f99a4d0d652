import { seededRandom } from '@daka/service-kit/testing';
import { addLines, type Balances } from '../../domain/ledger/accounts';
import {
  afterTransfer,
  NO_TRANSFERS,
  planTransfer,
  type TransferEvent,
  transferPostings,
  type Transferring,
  waitsUntilMs,
} from '../../domain/transfer';
import type { Answer, Processor, TransferOrder, TransferReport } from '../../ports';
import { NOW, PATIENCE } from '../../testing/book';
import { createSendTransfers } from './handler';

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 500);
const HOUR_MS = 3_600_000;
class Crash extends Error {}
type Book = Transferring & { balances: Balances };

/** A Stripe that loses answers, stores errors under keys, forgets keys after a day, and is sometimes short of money. */
function faultyStripe(random: ReturnType<typeof seededRandom>, wallMs: () => number) {
  const made: (TransferOrder & { id: string; wasMadeAtMs: number })[] = [];
  const keys = new Map<string, { atMs: number; words: string; answer: Answer<TransferReport> }>();
  let trouble = 0.6;

  function execute(order: TransferOrder): Answer<TransferReport> {
    if (random.chance(trouble / 5)) return { outcome: 'refused', reason: 'stored 500', mayRetry: true, isFault: true };
    if (random.chance(trouble / 5)) return { outcome: 'refused', reason: 'balance_insufficient', mayRetry: true };
    const id = `tr_${made.length + 1}`;
    made.push({ ...order, id, wasMadeAtMs: wallMs() });
    return { outcome: 'answered', value: { processorId: id, number: order.number, attempt: order.attempt } };
  }
  const processor: Pick<Processor, 'transfer' | 'transfersOf'> = {
    async transfer(order) {
      const { number, attempt, amountMinor, accountId, reversedId } = order;
      const [key, words] = [`${number}:a${attempt}`, JSON.stringify([amountMinor, accountId, reversedId])];
      const stored = keys.get(key);
      const known = stored && wallMs() - stored.atMs < 24 * HOUR_MS ? stored : undefined;
      if (known && known.words !== words) throw new Error(`other words under key ${key}`);
      if (random.chance(trouble / 5)) return { outcome: 'unclear', reason: 'rate limit' };
      const answer = known?.answer ?? execute(order);
      keys.set(key, known ?? { atMs: wallMs(), words, answer });
      return random.chance(trouble / 3) ? { outcome: 'unclear', reason: 'lost answer' } : answer;
    },
    async transfersOf({ reversedId }) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      return made
        .filter((one) => one.reversedId === reversedId)
        .map(({ id, number, attempt }) => ({ processorId: id, number, attempt }));
    },
  };
  const netMinor = () =>
    made.reduce((sum, one) => sum + (one.reversedId === null ? one.amountMinor : 0 - one.amountMinor), 0);
  return { processor, made, netMinor, calmDown: () => void (trouble = 0) };
}

async function simulate(seed: number) {
  const random = seededRandom(seed);
  let wallAtMs = NOW.wallAtMs;
  let dueMinor = 1_700;
  let mostDueMinor = dueMinor;
  let mayCrash = true;
  let book: Book = { ...NO_TRANSFERS, balances: {} };
  const met = { crashes: 0, attempts: 0, reversed: 0 };
  const stripe = faultyStripe(random, () => wallAtMs);
  const clocks = { now: () => ({ atMs: wallAtMs, wallAtMs }), wallMs: () => wallAtMs };

  function write(events: readonly TransferEvent[]): void {
    if (events.length === 0) return;
    const crashes = mayCrash && random.chance(0.25);
    const before = random.chance(0.5);
    if (crashes && before) throw new Crash();
    for (const event of events) {
      const lines = transferPostings(event).flatMap((posting) => posting.lines);
      book = { ...afterTransfer(book, event), balances: addLines(book.balances, lines) };
      if (event.type === 'transfer-sending') met.attempts += event.attempt > 1 ? 1 : 0;
    }
    if (crashes) throw new Crash();
  }
  const of = {
    name: 'book',
    cohortId: 'cohort',
    currency: 'CNY',
    load: async () => book,
    async change(decide: (known: Transferring | null) => readonly TransferEvent[]) {
      write(decide(book));
      return book;
    },
    async plan() {
      if (waitsUntilMs(book) <= wallAtMs) {
        // The organiser changes the account whenever they like.
        const accountId = random.chance(0.7) ? 'acct_1' : 'acct_2';
        write(planTransfer(book, { reason: 'fee', dueMinor, accountId }, clocks.now(), PATIENCE));
      }
      return book;
    },
  };
  const send = createSendTransfers({ ...stripe, clocks, patience: PATIENCE });
  const run = () =>
    send(of).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      met.crashes += 1;
    });

  for (let step = 0; step < 40; step += 1) {
    if (random.chance(0.08)) dueMinor = random.pick([0, 400, 1_700, 2_000]);
    mostDueMinor = Math.max(mostDueMinor, dueMinor);
    // A second instance comes between now and then.
    await Promise.all(random.chance(0.2) ? [run(), run()] : [run()]);
    // Never more at the organiser's than was ever due, however it is going.
    expect({ seed, isTooMuch: stripe.netMinor() > mostDueMinor }).toEqual({ seed, isTooMuch: false });
    wallAtMs += random.pick([1_000, 5_000, HOUR_MS, 25 * HOUR_MS]);
  }
  stripe.calmDown();
  mayCrash = false;
  for (let step = 0; step < 40; step += 1) {
    await run();
    wallAtMs += HOUR_MS;
  }
  met.reversed = stripe.made.filter(({ reversedId }) => reversedId !== null).length;
  return { book, stripe, dueMinor, met };
}

it(`${SEEDS} schedules of faults: each transfer is made once, and in the end the organiser has what is due`, async () => {
  const met = { crashes: 0, attempts: 0, reversed: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { book, stripe, dueMinor, met: here } = await simulate(seed);
    expect({ seed, atStripe: stripe.netMinor(), booked: book.balances.organiser_transfers ?? 0 }).toEqual({
      seed,
      atStripe: dueMinor,
      booked: dueMinor,
    });
    const names = stripe.made.map(({ number }) => number);
    expect({ seed, twice: names.length - new Set(names).size }).toEqual({ seed, twice: 0 });
    met.crashes += here.crashes;
    met.attempts += here.attempts;
    met.reversed += here.reversed;
  }
  // A simulation that met no trouble would prove nothing.
  if (SEEDS >= 100) for (const [what, count] of Object.entries(met)) expect([what, count > 50]).toEqual([what, true]);
}, 120_000);
