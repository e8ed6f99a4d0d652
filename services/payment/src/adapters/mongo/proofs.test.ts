import { randomUUID } from 'node:crypto';
import { accountName, createSumTree, LEAVES_OF_A_PART, rootOver, toHex } from '@daka/proof';
import { createLogger, connectMongo, type MongoConnection } from '@daka/service-kit';
import type { Proofs } from '../../ports';
import { assembleProof } from '../../domain/proof/assemble';
import { newSalt } from '../salt';
import { hashing } from '../sha256';
import { leavesOf } from './proof-leaves';
import { partsOf } from './proof-parts';
import { collectionsOf } from './proof-run';
import { createProofs } from './proofs';

jest.setTimeout(60_000);

let mongo: MongoConnection;
beforeAll(async () => {
  mongo = await connectMongo({
    url: String(process.env['MONGO_URL']),
    db: `t_proofs_${randomUUID().slice(0, 8)}`,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

const HEAD = 'd'.repeat(64);
const bookAt = (index: number) => `book-${String(index).padStart(6, '0')}`;

/** A day of `count` books, the n-th of which owes n. */
async function publish(count: number) {
  const proofs = await createProofs(mongo);
  const organisationId = randomUUID();
  const run = await proofs.begin(organisationId, '2026-03-02');
  const proof = assembleProof({
    day: '2026-03-02',
    onNode: (level, index, node) => run.keepNode('CNY', level, index, node),
    onPart: (part) => run.keepPart('CNY', part),
    newSalt,
    hashing,
  });
  for (let index = 0; index < count; index += 1) {
    const snapshot = { balances: { deposits_held: -index }, head: { seq: 1, hash: HEAD } };
    proof.addBook(`${organisationId}/${bookAt(index)}`, snapshot);
    await run.relieve();
  }
  const day = proof.finish({
    organisationId,
    currency: 'CNY',
    previousDay: null,
    previousDayHash: null,
    cutAtMs: 0,
    decisions: [],
    seen: { readAt: '2026-03-03T00:01:00.000Z', accounts: [] },
  });
  expect(await run.publish([day])).toBe(true);
  return { proofs, organisationId, day };
}

/** The way that each leaf gives leads to the root of the day. */
function expectProven({ leaves, day }: NonNullable<Awaited<ReturnType<Proofs['find']>>>): void {
  for (const { index, node, path } of leaves) {
    const root = rootOver(node, index, day.count, path);
    expect(root && { sumMinor: root.sumMinor, root: toHex(root.hash) }).toEqual({
      sumMinor: day.sumMinor,
      root: day.root,
    });
  }
}

it.each([1, 2, 127, 128, 129, 130, 131, 300, 1_300])(
  'gives every asked book of %i its way to the root',
  async (count) => {
    const { proofs, organisationId } = await publish(count);
    const asked = [0, 1, 100, 127, 128, 129, 130, 131, 255, 256, 299, 1_023, 1_024, count - 1];
    for (const index of new Set(asked.filter((one) => one < count))) {
      const found = (await proofs.find({
        book: `${organisationId}/${bookAt(index)}`,
        organisationId,
        currency: 'CNY',
      }))!;
      expect(found.book).toMatchObject({ book: `${organisationId}/${bookAt(index)}`, balanceMinor: index });
      expect(found.day).toMatchObject({ count: 2 * count, sumMinor: (count * (count - 1)) / 2 });
      expect(found.leaves.reduce((sum, { node }) => sum + node.sumMinor, 0)).toBe(index);
      expectProven(found);
    }
  },
);

it('publishes a day once: a second run meets the first', async () => {
  const { proofs, organisationId, day } = await publish(3);
  const late = await proofs.begin(organisationId, '2026-03-02');
  expect(await late.publish([{ ...day, sumMinor: 1 }])).toBe(false);
  await late.drop();
  expect(await proofs.days(organisationId, { limit: 9 })).toMatchObject([{ sumMinor: 3 }]);
  expect(await proofs.lastDay(organisationId)).toBe('2026-03-02');
});

it('shows no leaf of a day that was never published', async () => {
  const { proofs } = await publish(1);
  const organisationId = randomUUID();
  const run = await proofs.begin(organisationId, '2026-03-02');
  const half = { book: 'half', seq: 1, head: HEAD, balanceMinor: 1, salt: newSalt() };
  run.keepPart('CNY', { start: 0, books: [half] });
  expect(await run.publish([])).toBe(true);
  expect(await proofs.find({ book: 'half', organisationId, currency: 'CNY' })).toBeNull();
});

/** A day as it was proven before balances were split: a leaf a book, in parts or, before that, in a document each. */
async function publishAsBackThen(count: number, inParts: boolean) {
  const proofs = await createProofs(mongo);
  const [organisationId, day] = [randomUUID(), '2026-03-02'];
  const run = await proofs.begin(organisationId, day);
  const tree = createSumTree((level, index, node) => run.keepNode('CNY', level, index, node), hashing);
  const books = Array.from({ length: count }, (_, index) => {
    const book = `${organisationId}/${bookAt(index)}`;
    const made = { book, seq: 1, head: HEAD, balanceMinor: index, salt: newSalt() };
    const leaf = hashing.leafNode({ ...made, day, account: accountName(made) });
    tree.add(leaf);
    return { ...made, index, hash: toHex(leaf.hash) };
  });
  const { root } = tree.finish();
  const hashes = { root: toHex(root.hash), previousDayHash: HEAD, ledgerHead: HEAD, dayHash: HEAD };
  const facts = { day, organisationId, currency: 'CNY', count, sumMinor: root.sumMinor, ...hashes };
  expect(await run.publish([{ ...facts, previousDay: null, heldMinor: 0, cutAtMs: 0 }])).toBe(true);
  const name = (await collectionsOf(mongo).days.findOne({ organisationId }))!.run;
  if (inParts) await partsOf(mongo).insertMany(wholeParts(name, books));
  else
    await leavesOf(mongo).insertMany(
      books.map((leaf) => ({ _id: `${name}:CNY:${String(leaf.index).padStart(12, '0')}`, run: name, day, ...leaf })),
    );
  return { proofs, organisationId, day, books };
}

type OldLeaf = Awaited<ReturnType<typeof publishAsBackThen>>['books'][number];

function wholeParts(run: string, leaves: readonly OldLeaf[]) {
  const starts = leaves.filter(({ index }) => index % LEAVES_OF_A_PART === 0).map(({ index }) => index);
  return starts.map((start) => {
    const own = leaves.slice(start, start + LEAVES_OF_A_PART);
    const column = (rows: string[]) => Buffer.from(rows.join(''), 'hex');
    return {
      _id: `${run}:CNY:${own[0]!.book}`,
      start,
      books: own.map(({ book }) => book),
      seqs: own.map(({ seq }) => seq),
      balances: own.map(({ balanceMinor }) => balanceMinor),
      heads: column(own.map(({ head }) => head)),
      salts: column(own.map(({ salt }) => salt)),
      hashes: column(own.map(({ hash }) => hash)),
    };
  });
}

it.each([
  [1, true],
  [257, true],
  [700, true],
  [1, false],
  [257, false],
  [700, false],
])('still has the receipts of days with one leaf a book, of %i, packed: %s', async (count, inParts) => {
  const { proofs, organisationId, day, books } = await publishAsBackThen(count, inParts);
  for (const index of new Set([0, 255, 256, 511, 512, count - 1].filter((one) => one < count))) {
    const { index: _, hash, ...book } = books[index]!;
    const found = (await proofs.find({ book: book.book, organisationId, currency: 'CNY' }, day))!;
    expect(found.book).toEqual(book);
    expect(found.leaves.map((leaf) => [leaf.index, toHex(leaf.node.hash)])).toEqual([[index, hash]]);
    expectProven(found);
  }
  expect(await proofs.find({ book: 'nobody', organisationId, currency: 'CNY' })).toBeNull();
});
