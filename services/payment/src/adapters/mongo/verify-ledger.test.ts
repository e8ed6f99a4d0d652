import { randomUUID } from 'node:crypto';
import { START_MS } from '../../testing/book';
import { startLedger, type TestLedger } from '../../testing/ledger';
import { sha256 } from '../sha256';
import { type BookFault, verifyLedger } from './verify-ledger';

jest.setTimeout(120_000);

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await startLedger();
});
afterEach(() => ledger?.stop());

async function verify(rebuild = false) {
  const faults: (BookFault & { isRebuilt: boolean })[] = [];
  const found = await verifyLedger(ledger.mongo, { sha256, rebuild, onFault: (fault) => faults.push(fault) });
  return { ...found, found: faults };
}
const book = (id: string) =>
  ledger.connection
    .collection<{ _id: string; version: number; state: Record<string, unknown> }>('books')
    .findOne({ _id: id });
const setBook = (id: string, change: object) =>
  ledger.connection.collection<{ _id: string }>('books').updateOne({ _id: id }, { $set: change });
/** Past the server's own guard, as somebody with the files could. */
const rewrite = async (id: string, seq: number, change: object) => {
  const entry = await ledger.entries.findOne({ book: id, seq });
  await ledger.entries.replaceOne({ book: id, seq }, { ...entry, ...change } as never, {
    bypassDocumentValidation: true,
  });
};
const cohortSettled = (cohortId: string) =>
  ledger.cohortBooks.applyMessage(
    { topic: 'checkin.cohort', subject: cohortId, streamseq: 1, message: {} } as never,
    () => [
      {
        type: 'pool-shared',
        cohortId,
        currency: 'CNY',
        poolMinor: 10,
        organiserMinor: 6,
        charityMinor: 4,
        members: 2,
        completed: 1,
        perfect: 0,
        atMs: START_MS,
      },
    ],
  );

it('re-adds every book, and finds nothing where nothing is wrong', async () => {
  await ledger.paidBook();
  await ledger.paidBook();
  await ledger.books.change('unpaid', () => [
    { type: 'opened', enrolmentId: 'unpaid', cohortId: 'c', organisationId: 'o', learnerId: 'l', timeZone: 'UTC' },
  ]);
  await cohortSettled(randomUUID());
  expect(await verify()).toEqual({ entries: 7, books: 4, faults: 0, rebuilt: 0, found: [] });
});

describe('finds and names', () => {
  it.each<[string, (id: string) => Promise<unknown>, string]>([
    [
      'a rewritten amount',
      (id) =>
        rewrite(id, 1, {
          lines: [
            { account: 'stripe_cash', amountMinor: 1 },
            { account: 'deposits_held', amountMinor: -1 },
          ],
        }),
      'entry 1: wrong_hash',
    ],
    ['a rewritten hash', (id) => rewrite(id, 2, { hash: 'f'.repeat(64) }), 'entry 2: wrong_hash'],
    ['an entry that is gone', (id) => ledger.entries.deleteOne({ book: id, seq: 2 }), 'entry 3: gap'],
    ['a first entry that is gone', (id) => ledger.entries.deleteOne({ book: id, seq: 1 }), 'entry 2: gap'],
    [
      'a last entry that is gone',
      (id) => ledger.entries.deleteOne({ book: id, seq: 3 }),
      'the journal ends at 2, the book at 3',
    ],
    ['a journal that is gone', (id) => ledger.entries.deleteMany({ book: id }), 'its 3 entries are gone'],
    [
      'a book that is gone',
      (id) => ledger.connection.collection<{ _id: string }>('books').deleteOne({ _id: id }),
      '3 entries without a book',
    ],
    [
      'a balance that its entries do not have',
      (id) => setBook(id, { 'state.balances.deposits_held': -9_999 }),
      'deposits_held is -9999, its entries say -9500',
    ],
    [
      'money on an account that no entry names',
      (id) => setBook(id, { 'state.balances.my_pocket': 7 }),
      'my_pocket is 7, its entries say 0',
    ],
  ])('%s', async (_what, harm, fault) => {
    const [first, id, last] = ['00', '55', 'ff'].map((start) => `${start}${randomUUID().slice(2)}`) as [
      string,
      string,
      string,
    ];
    for (const one of [first, id, last]) await ledger.paidBook(one);
    await harm(id);
    expect((await verify()).found).toEqual([{ book: id, fault, isRebuilt: false }]);
  });
  it("a cohort's book whose entry is gone", async () => {
    await cohortSettled('settled');
    await ledger.paidBook();
    await ledger.entries.deleteOne({ book: 'cohort:settled' });
    expect((await verify()).found).toEqual([
      { book: 'cohort:settled', fault: 'its 1 entries are gone', isRebuilt: false },
    ]);
  });
});

it('takes no change during the run for a fault', async () => {
  const known = await Promise.all(Array.from({ length: 20 }, () => ledger.paidBook()));
  const writer = { goesOn: true, changes: 0 };
  const writing = (async () => {
    while (writer.goesOn) {
      const id = known[writer.changes % known.length] ?? '';
      writer.changes += 1;
      await ledger.books
        .change(id, () => [{ type: 'fee-earned', amountMinor: 1, atMs: writer.changes }])
        .catch(() => undefined);
      await ledger.paidBook();
    }
  })();
  const found = [];
  while (writer.changes < 100) found.push(...(await verify()).found);
  writer.goesOn = false;
  await writing;
  expect(found).toEqual([]);
  expect((await verify()).entries).toBe(await ledger.entries.countDocuments());
});

describe('rebuilds', () => {
  it('balances from the entries alone, identical to what they were', async () => {
    const id = await ledger.paidBook();
    const before = await book(id);
    await setBook(id, { 'state.balances': {} });
    expect(await verify()).toMatchObject({ faults: 1, rebuilt: 0 });
    expect(await verify(true)).toMatchObject({ faults: 0, rebuilt: 1, found: [{ book: id, isRebuilt: true }] });
    expect((await book(id))?.state).toEqual(before?.state);
    expect((await book(id))?.version).toBe((before?.version ?? 0) + 1);
    expect(await verify()).toMatchObject({ faults: 0 });
  });
  it('nothing where the entries themselves are wrong, or the book stands elsewhere', async () => {
    const [tampered, short] = [await ledger.paidBook(), await ledger.paidBook()];
    await rewrite(tampered, 1, { atMs: 1 });
    await ledger.entries.deleteOne({ book: short, seq: 3 });
    const before = [await book(tampered), await book(short)];
    expect(await verify(true)).toMatchObject({ faults: 2, rebuilt: 0 });
    expect([await book(tampered), await book(short)]).toEqual(before);
  });
});
