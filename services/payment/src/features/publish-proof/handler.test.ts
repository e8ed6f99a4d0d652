import type { BookAtCut, ProofRun, Standings } from '../../ports';
import type { ProofDay } from '../../domain/proof/assemble';
import { createPublishProofs } from './handler';

const DAY = '2026-03-02';
const at = (book: string, depositMinor: number, currency = 'CNY'): BookAtCut =>
  ({ book, currency, standing: { balances: { deposits_held: 0 - depositMinor, stripe_cash: depositMinor }, head: { seq: 1, hash: 'a'.repeat(64) } } });

function world(books: Record<string, BookAtCut[]>, lastDays: Record<string, string> = {}) {
  const published: ProofDay[] = [];
  const failed: string[] = [];
  const dropped: string[] = [];
  const standings: Standings = {
    organisations: async () => Object.keys(books),
    firstEntryAtMs: async () => Date.parse(`${DAY}T10:00:00Z`),
    async *learnersBooks(organisationId) { yield* books[organisationId] ?? []; },
    async *cohortsBooks() { yield { ...at('cohort:c', 0), standing: { balances: {}, head: { seq: 1, hash: 'b'.repeat(64) } } }; },
  };
  const runOf = (organisationId: string): ProofRun => ({
    keepLeaf() {}, keepNode() {}, relieve: async () => {},
    async publish(days) {
      published.push(...days);
      lastDays[organisationId] = DAY;
      return true;
    },
    drop: async () => void dropped.push(organisationId),
  });
  const proofs = {
    lastDay: async (organisationId: string) => lastDays[organisationId] ?? null, latest: async () => null,
    begin: async (organisationId: string) => runOf(organisationId), days: async () => [], leafOf: async () => null,
  };
  const clocks = { now: () => ({ atMs: Date.parse('2026-03-03T00:05:00Z'), wallAtMs: 0 }), wallMs: () => 0 };
  const publish = createPublishProofs({
    standings, proofs, clocks, newSalt: () => 'c'.repeat(64), logger: { error: (details: object) => failed.push((details as { organisationId: string }).organisationId) } as never,
  });
  return { published, failed, dropped, publish: () => publish(new AbortController().signal) };
}

it('makes one proof for each currency', async () => {
  const { published, publish } = world({ one: [at('a', 5), at('b', 7, 'EUR'), at('c', 1)] });
  await publish();
  expect(published.map(({ currency, count, sumMinor, heldMinor }) => [currency, count, sumMinor, heldMinor])).toEqual([['CNY', 2, 6, 6], ['EUR', 1, 7, 7]]);
});

it('says which organisation cannot be proven, keeps nothing of it, and proves the others', async () => {
  const { published, failed, dropped, publish } = world({ bad: [at('a', 5), at('b', -1)], good: [at('c', 7)] });
  await publish();
  expect([failed, dropped, published.map(({ organisationId }) => organisationId)]).toEqual([['bad'], ['bad'], ['good']]);
});

it('does nothing where the day is proven, and stops between two days', async () => {
  const { published, publish } = world({ one: [at('a', 5)] }, { one: DAY });
  await publish();
  expect(published).toEqual([]);
});

it('leaves out books without an entry, but no book with a balance of zero', async () => {
  const empty: BookAtCut = { book: 'new', currency: 'CNY', standing: { balances: {}, head: { seq: 0, hash: '0'.repeat(64) } } };
  const { published, publish } = world({ one: [empty, at('a', 0), at('b', 3)] });
  await publish();
  expect(published).toMatchObject([{ count: 2, sumMinor: 3 }]);
});
