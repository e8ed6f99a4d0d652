import path from 'node:path';
import mongoose from 'mongoose';
import { startMongo, type RunningMongo } from '../parts/start-mongo';
import { tempDir } from '../testing/temp-dir';
import { openParkedMessages } from './parked-messages';

jest.setTimeout(90_000);
const dir = tempDir();
let mongo: RunningMongo;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  mongo = await startMongo({ dataDir: path.join(dir, 'mongo') });
  client = new mongoose.mongo.MongoClient(mongo.url);
});
afterAll(async () => {
  await client.close();
  await mongo.kill();
});

const message = (reason: string, seq: number, minute: number) => ({
  _id: `group|checkin.enrolment|e1|${seq}` as never,
  groupId: 'group',
  topic: 'checkin.enrolment',
  subject: 'e1',
  seq,
  reason,
  attempts: 5,
  parkedAt: new Date(Date.UTC(2025, 0, 1, 0, minute)),
});

it('lists what every service has parked, oldest first, and has only what failed tried again', async () => {
  await client
    .db('trial_payment')
    .collection('parked')
    .insertMany([message('poison', 3, 2), message('gap', 4, 3), message('newer', 5, 4)]);
  await client
    .db('trial_membership')
    .collection('parked')
    .insertOne({ ...message('poison', 3, 1), error: 'TypeError: nothing to read' });
  await client
    .db('other_payment')
    .collection('parked')
    .insertOne(message('poison', 3, 0));

  const store = await openParkedMessages(mongo.url, 'trial');
  const seen = async () =>
    (await store.list()).map(({ service, reason, seq, error }) => ({ service, reason, seq, error }));
  expect(await seen()).toEqual([
    { service: 'membership', reason: 'poison', seq: 3, error: 'TypeError: nothing to read' },
    { service: 'payment', reason: 'poison', seq: 3, error: undefined },
    { service: 'payment', reason: 'gap', seq: 4, error: undefined },
    { service: 'payment', reason: 'newer', seq: 5, error: undefined },
  ]);

  expect(await store.retry()).toBe(2);
  expect((await seen()).map(({ reason }) => reason)).toEqual(['retry', 'retry', 'gap', 'newer']);
  expect(await store.retry()).toBe(0);
  expect(await client.db('other_payment').collection('parked').countDocuments({ reason: 'poison' })).toBe(1);
  await store.close();
});

it('fails within its bound when there is no server', async () => {
  await expect(openParkedMessages('mongodb://127.0.0.1:1/?directConnection=true', 'trial')).rejects.toThrow(
    'ECONNREFUSED',
  );
});
