import { randomUUID } from 'node:crypto';
import { array, assert, asyncProperty, integer } from 'fast-check';
import { createCopyStore } from './copy-store';
import { openTestMongo, refundReceived } from './jar.fixture';
import type { CopyStore, MongoConnection } from './types';

jest.setTimeout(20_000);

let mongo: MongoConnection;
let copies: CopyStore<{ seen: readonly number[] }, 'payment.enrolment'>;

beforeAll(async () => {
  mongo = await openTestMongo();
  copies = createCopyStore<{ seen: readonly number[] }, 'payment.enrolment'>({
    mongo,
    name: 'copies',
    evolve: (copy, { streamseq }) => ({ seen: [...(copy?.seen ?? []), streamseq] }),
  });
});
afterAll(() => mongo.stop());

it('applies each message once and in order, however they are doubled and shuffled', async () => {
  const deliveries = array(integer({ min: 1, max: 6 }), { maxLength: 25 });
  await assert(
    asyncProperty(deliveries, async (order) => {
      const subject = randomUUID();
      let last = 0;
      for (const seq of order) {
        const expected = seq <= last ? 'duplicate' : seq === last + 1 ? 'applied' : 'gap';
        expect(await copies.apply(refundReceived(subject, seq))).toMatchObject({ outcome: expected });
        if (expected === 'applied') last = seq;
      }
      expect((await copies.load(subject))?.seen ?? []).toEqual(Array.from({ length: last }, (_, n) => n + 1));
    }),
    { numRuns: 60 },
  );
});

it('applies a message once when ten deliver it at the same time', async () => {
  const subject = randomUUID();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => copies.apply(refundReceived(subject, 1))));
  expect(outcomes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1);
  expect(await copies.loadCached(subject)).toEqual({ seen: [1] });
});
