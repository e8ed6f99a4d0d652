import { randomUUID } from 'node:crypto';
import { connectMongo, createLogger, type MongoConnection } from '@daka/service-kit';
import { seededRandom } from '@daka/service-kit/testing';
import type { Book } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { areSame } from '../../domain/cohort-sums';
import { flowsByDay } from '../../domain/day-flows';
import { addFigures, earliestOf, type Figures, NO_FIGURES, recordOf } from '../../domain/record';
import { noteReport } from '../../domain/send-refund';
import type { SumsOfCohorts } from '../../ports';
import { bonusOf, held, ids, NOW, opened, paid, PATIENCE, payoutDue, settledAt } from '../../testing/book';
import { followCheckIn } from '../../testing/follow';
import { startLedger, type TestLedger } from '../../testing/ledger';
import { addUpBooks } from './add-up-books';
import { createBooks, type MongoBooks } from './books';
import { createCohortDays } from './cohort-days';
import { createCohortSums } from './cohort-sums';
import { COHORT_SUMS } from './summed';

jest.setTimeout(60_000);

let ledger: TestLedger;
/** A connection of its own, as another instance has. */
let elsewhere: MongoConnection;
let instances: { books: Pick<MongoBooks, 'change'>; sums: SumsOfCohorts }[];
let cohortId: string;
const signal = new AbortController().signal;

beforeAll(async () => {
  ledger = await startLedger();
  const logger = createLogger({ service: 'sums-test', level: 'silent' });
  elsewhere = await connectMongo({ url: process.env['MONGO_URL'] ?? '', db: ledger.db, logger });
  const booksElsewhere = createBooks(elsewhere);
  instances = [
    { books: ledger.books, sums: await createCohortSums(ledger.mongo, ledger.books) },
    { books: booksElsewhere, sums: await createCohortSums(elsewhere, booksElsewhere) },
  ];
});
afterAll(async () => {
  await elsewhere.stop();
  await ledger.stop();
});
beforeEach(() => {
  cohortId = randomUUID();
});

const parts = () => ledger.connection.collection(COHORT_SUMS).find({ cohortId }).toArray();
const booksHere = () => ledger.connection.collection('books');
const inFull = () => addUpBooks(booksHere(), { 'state.cohortId': cohortId });
const first = () => instances[0]!;

async function expectExact(): Promise<void> {
  const { currency, sums } = await inFull();
  for (const instance of instances) {
    const kept = await instance.sums.of(cohortId);
    expect([kept.currency, areSame(kept, sums), kept.isBalanced]).toEqual([currency, true, true]);
    const together = await instance.sums.balancesOf([cohortId, randomUUID()]);
    const { balances } = kept;
    expect([...together]).toEqual([[cohortId, { currency, balances: expect.objectContaining(balances) }]]);
  }
  const entries = await ledger.entries.find({ cohortId }).toArray();
  expect(await createCohortDays(elsewhere).of(cohortId)).toEqual(flowsByDay(entries));
}

/** What the parts say of the public record, and what the books say: the same once all books are counted. */
async function recorded(): Promise<{ parts: Figures; books: Figures }> {
  const found = await parts();
  const books = await booksHere().find({ 'state.cohortId': cohortId }).toArray();
  const states = books.map((document) => ledger.books.stateOf(document as never));
  return {
    parts: found.reduce<Figures>((sum, part) => addFigures(sum, part['record'] ?? NO_FIGURES), NO_FIGURES),
    books: states.reduce<Figures>((sum, state) => addFigures(sum, recordOf(state)), NO_FIGURES),
  };
}

/** What may happen to a book next, whatever it is now. */
function step(book: Book | null, enrolmentId: string, what: number): readonly BookEvent[] {
  if (book === null) return [{ ...(opened as BookEvent & { type: 'opened' }), ...ids, enrolmentId, cohortId }, held];
  if (book.paidAtMs === null) return [{ ...paid, paymentIntentId: `pi_${enrolmentId}` } as BookEvent];
  const refund = book.refunds.find(({ status }) => status === 'sending');
  if (refund && what < 4) {
    const { period, attempt } = refund;
    const report = { processorRefundId: `re_${enrolmentId}_${period}`, enrolmentId, period, attempt };
    const status = what < 3 ? 'succeeded' : 'failed';
    return noteReport(book, { ...report, status, reason: null }, NOW, PATIENCE);
  }
  const message = what < 8 ? payoutDue(`day-${book.dueMinor}`, book.dueMinor + 300) : settledAt(6_000);
  return followCheckIn(book, what === 9 ? bonusOf(500) : message, NOW, PATIENCE);
}

it.each([1, 2, 3])('is what all books add up to, after any history of two instances (seed %i)', async (seed) => {
  const random = seededRandom(seed);
  const learners = Array.from({ length: 12 }, () => randomUUID());
  for (let round = 0; round < 12; round += 1) {
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        const enrolmentId = learners[random.below(learners.length)] ?? '';
        const what = random.below(10);
        await instances[random.below(2)]?.books.change(enrolmentId, (book) => step(book, enrolmentId, what));
      }),
    );
    if (random.chance(0.5)) await Promise.all(instances.map(({ sums }) => sums.fold(signal)));
    if (round % 3 === 0) await expectExact();
  }
  await expectExact();
  await first().sums.fold(signal);
  expect(await parts()).toHaveLength(1);
  await expectExact();
  const { parts: inParts, books } = await recorded();
  expect(inParts).toEqual(books);
  expect(inParts.settled).toBeGreaterThan(0);
});

it.each([1, 2])(
  'counts each book of before there were parts once, whoever writes meanwhile (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const learners = Array.from({ length: 20 }, () => randomUUID());
    const anyStep = async () => {
      const enrolmentId = learners[random.below(learners.length)] ?? '';
      const what = random.below(10);
      await instances[random.below(2)]?.books.change(enrolmentId, (book) => step(book, enrolmentId, what));
    };
    for (let count = 0; count < 60; count += 1) await anyStep();
    await ledger.connection.collection(COHORT_SUMS).deleteMany({ cohortId });
    await booksHere().updateMany(
      { 'state.cohortId': cohortId },
      { $unset: { 'state.isSummed': '', 'state.isRecorded': '' }, $inc: { version: 1 } },
    );
    await expectExact();
    const storm = Array.from({ length: 20 }, anyStep);
    await Promise.all([...storm, ...instances.map(({ sums }) => sums.adopt(signal))]);
    expect(await booksHere().countDocuments({ 'state.cohortId': cohortId, 'state.isSummed': { $ne: true } })).toBe(0);
    await expectExact();
    const count = (await parts()).length;
    await first().sums.adopt(signal);
    expect(await parts()).toHaveLength(count);
    const { parts: inParts, books } = await recorded();
    expect(inParts).toEqual(books);
  },
);

it('puts into the public record the books of before there was one, each once, whose sums are counted already', async () => {
  const learners = Array.from({ length: 8 }, () => randomUUID());
  const anyStep = async (index: number) => {
    const enrolmentId = learners[index % learners.length] ?? '';
    await instances[index % 2]?.books.change(enrolmentId, (book) => step(book, enrolmentId, index % 9));
  };
  for (let index = 0; index < 40; index += 1) await anyStep(index);
  await ledger.connection.collection(COHORT_SUMS).updateMany({ cohortId }, { $unset: { record: '' } });
  await booksHere().updateMany(
    { 'state.cohortId': cohortId },
    { $unset: { 'state.isRecorded': '' }, $inc: { version: 1 } },
  );
  const storm = Array.from({ length: 20 }, (_, index) => anyStep(40 + index));
  await Promise.all([...storm, ...instances.map(({ sums }) => sums.adopt(signal))]);
  await expectExact();
  const { parts: inParts, books } = await recorded();
  expect(inParts).toEqual(books);
  expect(inParts.settled).toBeGreaterThan(0);
  await first().sums.fold(signal);
  await expectExact();
  expect((await recorded()).parts).toEqual(books);
});

it('says from which payment on the public record is whole, before parts are put together and after', async () => {
  const wholeFrom = async () => earliestOf((await parts()).map((part) => part['wholeFromMs']));
  const pay = async (enrolmentId: string, atMs: number) => {
    const received = { ...paid, paymentIntentId: `pi_${enrolmentId}`, atMs } as BookEvent;
    await first().books.change(enrolmentId, (book) => step(book, enrolmentId, 0));
    await first().books.change(enrolmentId, () => [received]);
  };
  const [old, later, last] = [randomUUID(), randomUUID(), randomUUID()];
  // Paid before there was a record: what was decided about it then is not in the figures.
  await pay(old, NOW.atMs);
  await ledger.connection.collection(COHORT_SUMS).updateMany({ cohortId }, { $unset: { record: '', wholeFromMs: '' } });
  await booksHere().updateMany(
    { 'state.cohortId': cohortId },
    { $unset: { 'state.isRecorded': '' }, $inc: { version: 1 } },
  );
  await first().sums.adopt(signal);
  expect((await recorded()).parts.paid).toBe(1);
  expect(await wholeFrom()).toBeNull();
  await pay(last, NOW.atMs + 2_000);
  await pay(later, NOW.atMs + 1_000);
  expect(await wholeFrom()).toBe(NOW.atMs + 1_000);
  await first().sums.fold(signal);
  expect(await parts()).toHaveLength(1);
  expect(await wholeFrom()).toBe(NOW.atMs + 1_000);
});

it('dates what was put together before days were kept, once nothing of its cohort is missing', async () => {
  const days = createCohortDays(ledger.mongo);
  const learners = Array.from({ length: 6 }, () => randomUUID());
  for (let index = 0; index < 30; index += 1) {
    const enrolmentId = learners[index % learners.length] ?? '';
    await instances[index % 2]?.books.change(enrolmentId, (book) => step(book, enrolmentId, index % 9));
  }
  await first().sums.fold(signal);
  const undated = () =>
    ledger.connection.collection(COHORT_SUMS).countDocuments({ cohortId, entries: null, days: { $exists: false } });
  const forget = () => ledger.connection.collection(COHORT_SUMS).updateMany({ cohortId }, { $unset: { days: '' } });
  await forget();
  await expectExact();
  // One that no part counts yet would be counted a second time.
  const [one] = learners as [string, ...string[]];
  await booksHere().updateOne({ _id: one as unknown as never }, { $unset: { 'state.isSummed': '' } });
  await days.dateParts(signal);
  expect(await undated()).toBe(1);
  await booksHere().updateOne({ _id: one as unknown as never }, { $set: { 'state.isSummed': true } });
  await days.dateParts(signal);
  expect(await undated()).toBe(0);
  await expectExact();

  // Put together with newer ones, it still has none, and gets them afterwards.
  await forget();
  await first().books.change(one, (book) => step(book, one, 5));
  await first().sums.fold(signal);
  expect(await undated()).toBe(1);
  await expectExact();
  await Promise.all([days.dateParts(signal), first().books.change(one, (book) => step(book, one, 5))]);
  await expectExact();
  await first().sums.fold(signal);
  await days.dateParts(signal);
  expect(await undated()).toBe(0);
  await expectExact();
});

it('does not mind an empty document', async () => {
  const id = randomUUID() as unknown as never;
  await booksHere().insertOne({ _id: id, version: 1, state: null });
  await first().sums.adopt(signal);
  expect(await booksHere().findOne({ _id: id })).toEqual({ _id: id, version: 1, state: null });
  await booksHere().deleteOne({ _id: id });
});

it('has nothing to say of a cohort that nobody came to', async () => {
  expect(await first().sums.of(cohortId)).toMatchObject({ currency: null, enrolments: 0, isBalanced: true });
});

describe('with one book', () => {
  let enrolmentId: string;
  beforeEach(async () => {
    enrolmentId = randomUUID();
    for (let count = 0; count < 3; count += 1)
      await first().books.change(enrolmentId, (book) => step(book, enrolmentId, 5));
  });

  it.each([
    ['before', false],
    ['after', true],
  ])('sees an entry that is gone %s parts are put together', async (_when, isFolded) => {
    await ledger.entries.deleteOne({ book: enrolmentId, seq: 2 });
    if (isFolded) await first().sums.fold(signal);
    expect((await first().sums.of(cohortId)).isBalanced).toBe(false);
  });
  it('sees a part that says more than its entries', async () => {
    await ledger.connection
      .collection(COHORT_SUMS)
      .updateOne({ cohortId, 'entries.to': { $gt: 0 } }, { $inc: { 'sums.balances.stripe_cash': 1 } });
    expect((await first().sums.of(cohortId)).isBalanced).toBe(false);
  });
  it('counts a book from before there were parts, also once it is changed', async () => {
    await ledger.connection.collection(COHORT_SUMS).deleteMany({ cohortId });
    const id = enrolmentId as unknown as never;
    await booksHere().updateOne({ _id: id }, { $unset: { 'state.isSummed': '' }, $inc: { version: 1 } });
    await expectExact();
    await first().books.change(enrolmentId, (book) => step(book, enrolmentId, 5));
    expect(await parts()).toHaveLength(1);
    await expectExact();
  });
});
