import type { BookAtCut, ProofRun, Snapshots } from '../../ports';
import type { AccountBooks, ProcessorBalance } from '../../domain/proof/custody';
import type { ProofDay } from '../../domain/proof/assemble';
import { hashing } from '../../adapters/sha256';
import { createPublishProofs } from './handler';

const DAY = '2026-03-02';
const at = (book: string, depositMinor: number, currency = 'CNY'): BookAtCut => ({
  book,
  currency,
  snapshot: {
    balances: { deposits_held: 0 - depositMinor, stripe_cash: depositMinor },
    head: { seq: 1, hash: 'a'.repeat(64) },
  },
});

interface Elsewhere {
  /** What the processor has, by account; null: it may not be asked. */
  balances?: Record<string, ProcessorBalance[] | null>;
  accountBooks?: AccountBooks[];
  logs?: { cohortId: string; currency: string; length: number; head: string }[];
}

function world(
  books: Record<string, BookAtCut[]>,
  lastDays: Record<string, string> = {},
  { balances = {}, accountBooks = [], logs = [] }: Elsewhere = {},
) {
  const noted: ProofDay[] = [];
  const published: ProofDay[] = [];
  const failed: string[] = [];
  const dropped: string[] = [];
  const snapshots: Snapshots = {
    organisations: async () => Object.keys(books),
    firstEntryAtMs: async () => Date.parse(`${DAY}T10:00:00Z`),
    async *learnersBooks(organisationId) {
      yield books[organisationId] ?? [];
    },
    async *cohortsBooks() {
      yield [{ ...at('cohort:c', 0), snapshot: { balances: {}, head: { seq: 1, hash: 'b'.repeat(64) } } }];
    },
  };
  const runOf = (organisationId: string): ProofRun => ({
    keepPart() {},
    keepNode() {},
    relieve: async () => {},
    async publish(days) {
      published.push(...days);
      lastDays[organisationId] = DAY;
      return true;
    },
    drop: async () => void dropped.push(organisationId),
  });
  const proofs = {
    lastDay: async (organisationId: string) => lastDays[organisationId] ?? null,
    latest: async () => null,
    begin: async (organisationId: string) => runOf(organisationId),
    days: async () => [],
    find: async () => null,
  };
  const clocks = { now: () => ({ atMs: Date.parse('2026-03-03T00:05:00Z'), wallAtMs: 0 }), wallMs: () => 0 };
  const publish = createPublishProofs({
    snapshots,
    proofs,
    accountBooks: { all: async () => accountBooks },
    processor: { balanceOf: async (account) => balances[account ?? ''] ?? null },
    decisions: { chain: async () => {}, toProve: async () => logs },
    coverages: { note: async (_organisationId, days) => void noted.push(...days) },
    clocks,
    newSalt: () => 'c'.repeat(64),
    hashing,
    logger: {
      error: (details: object) => failed.push((details as { organisationId: string }).organisationId),
    } as never,
  });
  return { noted, published, failed, dropped, publish: () => publish(new AbortController().signal) };
}

it('makes one proof for each currency', async () => {
  const { published, publish } = world({ one: [at('a', 5), at('b', 7, 'EUR'), at('c', 1)] });
  await publish();
  expect(published.map(({ currency, count, sumMinor, heldMinor }) => [currency, count, sumMinor, heldMinor])).toEqual([
    ['CNY', 4, 6, 6],
    ['EUR', 2, 7, 7],
  ]);
});

it('says which organisation cannot be proven, keeps nothing of it, and proves the others', async () => {
  const { published, failed, dropped, publish } = world({ bad: [at('a', 5), at('b', -1)], good: [at('c', 7)] });
  await publish();
  expect([failed, dropped, published.map(({ organisationId }) => organisationId)]).toEqual([
    ['bad'],
    ['bad'],
    ['good'],
  ]);
});

it('does nothing where the day is proven, and stops between two days', async () => {
  const { published, publish } = world({ one: [at('a', 5)] }, { one: DAY });
  await publish();
  expect(published).toEqual([]);
});

it('leaves out books without an entry, but no book with a balance of zero', async () => {
  const empty: BookAtCut = {
    book: 'new',
    currency: 'CNY',
    snapshot: { balances: {}, head: { seq: 0, hash: '0'.repeat(64) } },
  };
  const { published, publish } = world({ one: [empty, at('a', 0), at('b', 3)] });
  await publish();
  expect(published).toMatchObject([{ count: 4, sumMinor: 3 }]);
});

it('names the decision logs that grew, each with the proof of its currency, and no other', async () => {
  const head = 'd'.repeat(64);
  const logs = [{ cohortId: 'spring', currency: 'EUR', length: 3, head }];
  const { published, publish } = world({ one: [at('a', 5), at('b', 7, 'EUR')] }, {}, { logs });
  await publish();
  expect(published.map(({ currency, decisions }) => [currency, decisions])).toEqual([
    ['CNY', undefined],
    ['EUR', [{ cohortId: 'spring', length: 3, head }]],
  ]);
});

describe('what is really there', () => {
  const booksOf = (organisationId: string, cashMinor: number, owedMinor: number, account = ''): AccountBooks => ({
    account,
    organisationId,
    currency: 'CNY',
    cashMinor,
    owedMinor,
    organisersMinor: cashMinor - owedMinor,
  });
  const has = (availableMinor: number, pendingMinor = 0): ProcessorBalance[] => [
    { currency: 'CNY', availableMinor, pendingMinor },
  ];
  async function heldWith(books: Record<string, BookAtCut[]>, elsewhere: Elsewhere) {
    const { published, publish } = world(books, {}, elsewhere);
    await publish();
    return published.map(({ organisationId, heldMinor }) => [organisationId, heldMinor]);
  }

  it('is the smaller of books and balance, what is pending included', async () => {
    const own = { one: [at('a', 100)] };
    const accountBooks = [booksOf('one', 100, 100)];
    expect(await heldWith(own, { accountBooks, balances: { '': has(60, 40) } })).toEqual([['one', 100]]);
    expect(await heldWith(own, { accountBooks, balances: { '': has(500) } })).toEqual([['one', 100]]);
    expect(await heldWith(own, { accountBooks, balances: { '': has(20, 10) } })).toEqual([['one', 30]]);
    expect(await heldWith(own, { accountBooks, balances: { '': null } })).toEqual([['one', 0]]);
    expect(await heldWith(own, { accountBooks, balances: { '': has(-50) } })).toEqual([['one', -50]]);
  });
  it('takes what is missing from the organisers first, and then from all learners of the account alike', async () => {
    const books = { one: [at('a', 100)], two: [at('b', 300)] };
    // The first owes all it has, the second nothing any more.
    const first = [booksOf('one', 100, 100), booksOf('two', 300, 0)];
    expect(await heldWith(books, { accountBooks: first, balances: { '': has(100) } })).toEqual([
      ['one', 100],
      ['two', 0],
    ]);
    const both = [booksOf('one', 100, 100), booksOf('two', 300, 300)];
    expect(await heldWith(books, { accountBooks: both, balances: { '': has(200) } })).toEqual([
      ['one', 50],
      ['two', 150],
    ]);
  });
  it('counts an account of its own for whom it belongs to only', async () => {
    const books = { one: [at('a', 100)], two: [at('b', 300)] };
    const accountBooks = [booksOf('one', 100, 100), booksOf('two', 300, 300, 'acct_2')];
    expect(await heldWith(books, { accountBooks, balances: { '': has(100), acct_2: has(0) } })).toEqual([
      ['one', 100],
      ['two', 0],
    ]);
  });
  it('is hashed into the day: another balance, another hash', async () => {
    const hashes = await Promise.all(
      [100, 99].map(async (availableMinor) => {
        const elsewhere = { accountBooks: [booksOf('one', 100, 100)], balances: { '': has(availableMinor) } };
        const { published, noted, publish } = world({ one: [at('a', 100)] }, {}, elsewhere);
        await publish();
        expect(noted).toEqual(published);
        return published[0]?.custody;
      }),
    );
    expect(hashes).toMatchObject([
      {
        cashMinor: 100,
        accounts: [{ account: '', availableMinor: 100, booksMinor: 100, ownMinor: 100, freeMinor: 0 }],
      },
      { accounts: [{ availableMinor: 99 }] },
    ]);
  });
});
