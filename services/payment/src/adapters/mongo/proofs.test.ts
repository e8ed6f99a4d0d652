import { randomUUID } from 'node:crypto';
import { fromHex, rootOver, toHex } from '@daka/proof';
import { createLogger, connectMongo, type MongoConnection } from '@daka/service-kit';
import { assembleProof } from '../../domain/proof/assemble';
import { newSalt } from '../salt';
import { createProofs } from './proofs';

jest.setTimeout(60_000);

let mongo: MongoConnection;
beforeAll(async () => {
  mongo = await connectMongo({ url: String(process.env['MONGO_URL']), db: `t_proofs_${randomUUID().slice(0, 8)}`, logger: createLogger({ service: 'test', level: 'silent' }) });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

const bookAt = (index: number) => `book-${String(index).padStart(6, '0')}`;

/** A day of `count` books, the n-th of which owes n. */
async function publish(count: number) {
  const proofs = await createProofs(mongo);
  const organisationId = randomUUID();
  const run = await proofs.begin(organisationId, '2026-03-02');
  const proof = assembleProof({ day: '2026-03-02', onNode: (level, index, node) => run.keepNode('CNY', level, index, node) });
  for (let index = 0; index < count; index += 1) {
    const standing = { balances: { deposits_held: -index }, head: { seq: 1, hash: toHex(fromHex('d'.repeat(64))) } };
    run.keepLeaf('CNY', proof.addBook(`${organisationId}/${bookAt(index)}`, standing, newSalt()));
    await run.relieve();
  }
  const day = proof.finish({ organisationId, currency: 'CNY', previousDay: null, previousDayHash: null, cutAtMs: 0 });
  expect(await run.publish([day])).toBe(true);
  return { proofs, organisationId, day };
}

it.each([1, 2, 255, 256, 257, 512, 2_305])('gives every asked leaf of %i its way to the root', async (count) => {
  const { proofs, organisationId, day } = await publish(count);
  for (const index of new Set([0, 1, 200, 255, 256, 257, 511, 2_047, 2_303, count - 1].filter((one) => one < count))) {
    const found = await proofs.leafOf(`${organisationId}/${bookAt(index)}`);
    expect(found?.leaf).toMatchObject({ index, balanceMinor: index });
    const root = rootOver({ sumMinor: index, hash: fromHex(found!.leaf.hash) }, index, count, found!.path);
    expect(root && { sumMinor: root.sumMinor, root: toHex(root.hash) }).toEqual({ sumMinor: (count * (count - 1)) / 2, root: day.root });
  }
});

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
  const run = await proofs.begin(randomUUID(), '2026-03-02');
  run.keepLeaf('CNY', { book: 'half', seq: 1, head: 'd'.repeat(64), index: 0, balanceMinor: 1, salt: newSalt(), hash: 'e'.repeat(64) });
  expect(await run.publish([])).toBe(true);
  expect(await proofs.leafOf('half')).toBeNull();
});
