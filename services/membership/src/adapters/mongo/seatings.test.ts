import { connectMongo, createLogger, type MongoConnection } from '@daka/service-kit';
import { testEnvironment, type TestEnvironment } from '@daka/service-kit/testing';
import { evolveSeating, type SeatingEvent } from '../../domain/seating';
import type { Seatings } from '../../ports';
import { offer, seatingAfter, weekBeforeMs } from '../../testing/samples';
import { createSeatings } from './seatings';

let env: TestEnvironment;
const connections: MongoConnection[] = [];
let seatings: Seatings;
beforeAll(async () => {
  env = await testEnvironment({ service: 'seatings' });
  seatings = await createSeatings(await connect());
});
afterAll(async () => {
  for (const mongo of connections) await mongo.stop();
  await env?.stop();
});

/** As a process that starts does. */
async function connect(): Promise<MongoConnection> {
  const logger = createLogger({ service: 'seatings-test', level: 'silent' });
  const mongo = await connectMongo({ url: env.config.MONGO_URL, db: env.config.MONGO_DB, logger });
  connections.push(mongo);
  return mongo;
}

const opened: SeatingEvent = { type: 'opened', ...offer(3) };
const held = (enrolmentId: string): SeatingEvent => ({ type: 'held', enrolmentId, expiresAtMs: weekBeforeMs });
const admitted = (enrolmentId: string, memberNumber: number): SeatingEvent => ({
  type: 'admitted',
  enrolmentId,
  memberNumber,
  paidAtMs: weekBeforeMs,
});

it('a decision sees the members that it names, and leaves the others as they are', async () => {
  await seatings.change('a', () => [opened, admitted('ann', 1), admitted('bo', 2)]);
  expect((await seatings.load('a'))?.members).toEqual({});
  expect(Object.keys((await seatings.load('a', ['bo', 'nobody']))?.members ?? {})).toEqual(['bo']);

  await seatings.change('a', () => [{ type: 'left', enrolmentId: 'ann' }], ['ann']);
  expect(await seatings.load('a', ['ann', 'bo'])).toMatchObject({ admitted: 1, lastNumber: 2, members: { bo: {} } });
  expect(await seatings.countsIn('a')).toEqual({ free: 2, numbersGiven: 2 });
  expect(await seatings.countsIn('never opened')).toBeNull();
});
it('who has followed is taken off the list, up to what they followed', async () => {
  await seatings.change('b', () => [opened, held('cy'), { type: 'hold-expired', enrolmentId: 'cy' }, held('di')]);
  expect(await seatings.withExpiredHolds(weekBeforeMs, 10)).toContain('b');
  await seatings.followed('b', 'cy', 2);
  expect((await seatings.unfollowed(10)).filter(({ cohortId }) => cohortId === 'b')).toEqual([
    { cohortId: 'b', enrolmentId: 'cy' },
    { cohortId: 'b', enrolmentId: 'di' },
  ]);
  await seatings.followed('b', 'cy', 3);
  expect((await seatings.load('b'))?.unfollowed).toEqual([{ enrolmentId: 'di', revision: 4 }]);
});
it('a seating that an earlier release stored is the same seating, once and for good', async () => {
  const before = seatingAfter(3, held('ann'), admitted('ann', 1), held('bo'));
  const mongo = await connect();
  const older = mongo.connection.collection<{ _id: string; nextExpiryAtMs: number }>('seatings');
  await older.insertOne({ _id: 'old', ...before, nextExpiryAtMs: weekBeforeMs });
  for (const started of [mongo, await connect()])
    expect(await (await createSeatings(started)).load('old', ['ann'])).toEqual(before);

  await seatings.change('old', () => [admitted('bo', 2)], ['bo']);
  expect(await seatings.load('old', ['ann', 'bo'])).toEqual(evolveSeating(before, admitted('bo', 2)));
});
