import { chainEntries, EMPTY_LEDGER, entryId, type LedgerEntry, type Posting } from '../../domain/ledger/entry';
import { startLedger, type TestLedger } from '../../testing/ledger';
import { sha256 } from '../sha256';
import { ensureLedger } from './ledger-validator';

jest.setTimeout(120_000);

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
});
afterAll(() => ledger?.stop());

const SOUND: Posting = {
  cause: 'paid:pi',
  kind: 'paid',
  atMs: 1_772_000_000_000,
  lines: [
    { account: 'stripe_cash', amountMinor: 5 },
    { account: 'deposits_held', amountMinor: -5 },
  ],
};
let count = 0;
/** A sound entry of a book of its own, spelled out by the domain. */
function entryOf(more: Partial<Posting> = {}): LedgerEntry {
  count += 1;
  const [entry] = chainEntries(
    EMPTY_LEDGER,
    [{ ...SOUND, ...more }],
    { book: `book-${count}`, cohortId: 'c', currency: 'CNY' },
    sha256,
  );
  if (!entry) throw new Error('no entry');
  return entry;
}
const outcome = (write: Promise<unknown>) =>
  write.then(
    () => 'taken',
    (error: Error) => error.message,
  );
const insert = (entry: object) => outcome(ledger.entries.insertOne(entry as LedgerEntry));
const change = (entry: LedgerEntry, update: object) => outcome(ledger.entries.updateOne({ _id: entry._id }, update));
const REFUSED = /failed validation/;

describe('an entry is taken as the domain spells it out', () => {
  it.each<[string, Partial<Posting>]>([
    ['of two lines', {}],
    [
      'with a period and days',
      {
        period: '2026-03-02',
        days: [
          { day: '2026-03-02', kind: 'on_time', position: 1, weight: 12 },
          { day: '2026-03-03', kind: 'made_up', position: 2, weight: 0 },
        ],
      },
    ],
    ['with no days', { days: [] }],
    ['with a source', { source: 'ch_1' }],
    ['whose cause quotes a person', { cause: 'outside:bank | transfer "7" 打卡' }],
    [
      'of the largest amount',
      {
        lines: [
          { account: 'stripe_cash', amountMinor: Number.MAX_SAFE_INTEGER },
          { account: 'deposits_held', amountMinor: -Number.MAX_SAFE_INTEGER },
        ],
      },
    ],
    [
      'of 40 billion',
      {
        lines: [
          { account: 'stripe_cash', amountMinor: 40_000_000_000 },
          { account: 'deposits_held', amountMinor: -40_000_000_000 },
        ],
      },
    ],
    ['from before 1970', { atMs: -1 }],
  ])('%s', async (_what, more) => expect(await insert(entryOf(more))).toBe('taken'));
});

describe('an entry is refused that is', () => {
  const lines = (...amounts: unknown[]) => ({
    lines: amounts.map((amountMinor, at) => ({ account: at === 0 ? 'stripe_cash' : 'deposits_held', amountMinor })),
  });
  it.each<[string, object]>([
    ['unbalanced', lines(5, -4)],
    ['in fractions', lines(0.5, -0.5)],
    ['not a number', lines(NaN, NaN)],
    ['text for an amount', lines('5', '-5')],
    ['with a line of zero', lines(5, -5, 0)],
    ['of one line', lines(5)],
    ['without lines', { lines: [] }],
    [
      'on an unknown account',
      {
        lines: [
          { account: 'my_pocket', amountMinor: 5 },
          { account: 'deposits_held', amountMinor: -5 },
        ],
      },
    ],
    ['without its link', { previousHash: '' }],
    ['without its hash', { hash: null }],
    ['numbered 0', { seq: 0 }],
    ['named by its cause alone', { _id: 'book-1:paid:pi' }],
    ['with something more', { note: 'trust me' }],
  ])('%s', async (_what, more) => {
    const changed = { ...entryOf(), ...more };
    // Spelled out anew, so that nothing but this is wrong with it.
    const entry = '_id' in more ? changed : { ...changed, _id: entryId(changed) };
    expect(await insert(entry)).toMatch(REFUSED);
    expect(await ledger.entries.countDocuments({ book: entry.book })).toBe(0);
  });
  it('of a seq that is taken', async () => {
    const first = entryOf();
    await ledger.entries.insertOne(first);
    const [second] = chainEntries(
      EMPTY_LEDGER,
      [{ ...SOUND, cause: 'other' }],
      { book: first.book, cohortId: 'c', currency: 'CNY' },
      sha256,
    );
    expect(await insert(second ?? {})).toMatch(/duplicate key .*book_1_seq_1/);
  });
  it('of a cause that is taken', async () => {
    const first = entryOf();
    await ledger.entries.insertOne(first);
    const [second] = chainEntries(
      { seq: 1, hash: first.hash },
      [SOUND],
      { book: first.book, cohortId: 'c', currency: 'CNY' },
      sha256,
    );
    expect(await insert(second ?? {})).toMatch(/duplicate key .*book_1_cause_1/);
  });
});

describe('an entry that is stored cannot be rewritten:', () => {
  const days = [{ day: '2026-03-02', kind: 'on_time' as const, position: 1, weight: 12 }];
  it.each<[string, object]>([
    ['its amounts', { $set: { 'lines.0.amountMinor': 6, 'lines.1.amountMinor': -6 } }],
    ['an account', { $set: { 'lines.1.account': 'organiser_earnings' } }],
    [
      'a line more',
      {
        $push: {
          lines: {
            $each: [
              { account: 'fees_earned', amountMinor: 1 },
              { account: 'fees_deferred', amountMinor: -1 },
            ],
          },
        },
      },
    ],
    ['its hash', { $set: { hash: 'f'.repeat(64) } }],
    ['its link', { $set: { previousHash: 'f'.repeat(64) } }],
    ['its seq', { $set: { seq: 2 } }],
    ['its book', { $set: { book: 'another' } }],
    ['its cohort', { $set: { cohortId: 'another' } }],
    ['its currency', { $set: { currency: 'JPY' } }],
    ['its cause', { $set: { cause: 'another' } }],
    ['its cause and its book at once', { $set: { book: 'book', cause: 'x:paid:pi' } }],
    ['its kind', { $set: { kind: 'refunded' } }],
    ['its time', { $set: { atMs: 2 } }],
    ['its period', { $unset: { period: 1 } }],
    ['its source', { $set: { source: 'ch_2' } }],
    ['a day', { $set: { 'days.0.day': '2026-03-03' } }],
    ['its days', { $unset: { days: 1 } }],
    ["in the server's own words", [{ $set: { atMs: { $add: ['$atMs', 1] } } }]],
  ])('%s', async (_what, update) => {
    const entry = entryOf({ period: 'p', source: 'ch_1', days });
    await ledger.entries.insertOne(entry);
    expect(await change(entry, update)).toMatch(REFUSED);
    expect(await ledger.entries.findOne({ _id: entry._id })).toEqual(entry);
  });
  it('as a whole, nor under another name', async () => {
    const entry = entryOf();
    await ledger.entries.insertOne(entry);
    const { _id: _, ...other } = entryOf({ cause: 'other' });
    expect(await outcome(ledger.entries.replaceOne({ _id: entry._id }, other))).toMatch(REFUSED);
    expect(await change(entry, { $set: { _id: 'another' } })).toMatch(/immutable field '_id'/);
  });
  it('an entry of old neither, though it is named by its cause alone', async () => {
    const old = { ...entryOf(), _id: 'old:paid:pi', book: 'old' };
    await ledger.entries.insertOne(old, { bypassDocumentValidation: true });
    expect(await change(old, { $set: { atMs: 2 } })).toMatch(REFUSED);
  });
});

it('is made again without harm at every start', async () => {
  const entry = entryOf();
  await ledger.entries.insertOne(entry);
  await ensureLedger(ledger.mongo);
  expect(await change(entry, { $set: { atMs: 2 } })).toMatch(REFUSED);
});
