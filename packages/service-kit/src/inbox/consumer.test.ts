import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, sample, shuffledSubarray, tuple } from 'fast-check';
import { type CopyStore, createCopyStore } from '../documents';
import { refundReceived } from '../documents/jar.fixture';
import { eventually } from '../testing/eventually';
import { envelope, type KafkaBench, openBench, topic } from '../kafka/kafka.fixture';
import { createStarts } from './starts';

let bench: KafkaBench;
let copies: CopyStore<{ seen: number[] }, typeof topic>;

// Topics are read from their beginning, so each test has its own.
beforeEach(async () => {
  bench = await openBench();
  copies = createCopyStore<{ seen: number[] }, typeof topic>({
    mongo: bench.mongo,
    name: 'copies',
    evolve: (copy, { streamseq }) => ({ seen: [...(copy?.seen ?? []), streamseq] }),
  });
}, 20_000);
afterEach(() => bench.stop(), 20_000);

jest.setTimeout(20_000);
const within = { timeoutMs: 10_000 };
const seen = async (subject: string) => (await copies.load(subject))?.seen ?? [];
const has = (subject: string, ...seqs: number[]) =>
  eventually(async () => JSON.stringify(await seen(subject)) === JSON.stringify(seqs), within);

it('applies once and in order what arrives doubled and out of order, and parks a gap until it is filled', async () => {
  const consumer = await bench.consume((received) => copies.apply(received));
  const id = randomUUID();
  await bench.send(id, [2, 1, 1, 2, 5]);
  await has(id, 1, 2);
  await eventually(async () => (await consumer.parked()).gap === 1, within);
  await bench.send(id, [4, 3]);
  await has(id, 1, 2, 3, 4, 5);
  await eventually(async () => (await consumer.parked()).gap === 0 && (await consumer.lag()) === 0, within);
});

it('parks poison, lets other subjects go on, and a retry brings its stream back', async () => {
  let broken = true;
  const [sick, well] = [randomUUID(), randomUUID()];
  let tries = 0;
  const consumer = await bench.consume(async (received) => {
    if (broken && received.subject === sick && received.streamseq === 2) {
      tries++;
      throw new TypeError('undefined is not a function');
    }
    return copies.apply(received);
  });
  await bench.send(sick, [1, 2, 3]);
  await bench.send(well, [1, 2]);
  await has(well, 1, 2);
  await has(sick, 1);
  await eventually(async () => (await consumer.parked()).poison === 1, within);
  // Once together with the messages beside it, then in its turn.
  expect(tries).toBe(1 + 5);
  expect(await bench.mongo.connection.collection('parked').findOne({ subject: sick, seq: 2 })).toMatchObject({
    reason: 'poison',
    attempts: 5,
    error: 'TypeError: undefined is not a function',
    value: envelope(sick, 2),
  });

  broken = false;
  expect(await seen(sick)).toEqual([1]);
  // As the `parked` command asks for it.
  await bench.mongo.connection
    .collection('parked')
    .updateOne({ subject: sick, reason: 'poison' }, { $set: { reason: 'retry' } });
  await has(sick, 1, 2, 3);
  await eventually(async () => JSON.stringify(await consumer.parked()) === '{"gap":0,"poison":0,"newer":0}', within);
  await bench.send(well, [3]);
  await has(well, 1, 2, 3);
  expect(bench.fatal).toEqual([]);
});

it('parks what it cannot read and goes on', async () => {
  const consumer = await bench.consume((received) => copies.apply(received));
  const id = randomUUID();
  await bench.sendRaw(id, '{"not":"an event"}');
  await bench.sendRaw(id, 'not even JSON');
  await bench.send(id, [1]);
  await has(id, 1);
  // What can be read does not wait for what is parked beside it.
  await eventually(async () => (await consumer.parked()).poison === 2, within);
  expect(await consumer.retryParked()).toBe(0);
  expect((await consumer.parked()).poison).toBe(2);
});

it('waits out an outage instead of parking', async () => {
  let outages = 3;
  const id = randomUUID();
  const consumer = await bench.consume(async (received) => {
    if (received.subject === id && outages-- > 0) throw Object.assign(new Error('gone'), { name: 'MongoNetworkError' });
    return copies.apply(received);
  });
  await bench.send(id, [1]);
  await has(id, 1);
  expect(outages).toBeLessThan(0);
  await eventually(async () => (await consumer.lag()) === 0, within);
  expect(await bench.mongo.connection.collection('parked').countDocuments({ subject: id })).toBe(0);
});

it('carries on from its offsets after a restart, and tries what was parked', async () => {
  const groupId = randomUUID();
  const id = randomUUID();
  const first = await bench.consume((received) => copies.apply(received), { groupId });
  await bench.send(id, [1, 3]);
  await has(id, 1);
  await eventually(async () => (await first.parked()).gap >= 1, within);
  await first.stop();
  await copies.apply(refundReceived(id, 2));

  await bench.consume((received) => copies.apply(received), { groupId });
  await has(id, 1, 2, 3);
});

it('parks a message whose processing was begun again and again and never finished', async () => {
  const groupId = randomUUID();
  const id = randomUUID();
  await bench.send(id, [1]);
  const starts = createStarts(bench.mongo.connection, groupId);
  const admin = bench.kafka.kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(bench.prefix + topic);
  await admin.disconnect();
  // As five processes would leave it that ended inside this message.
  for (const { partition, high } of ends) {
    for (let n = 0; n < 5; n++) {
      await starts.begin(`${bench.prefix}${topic}:${partition}:0`);
      await starts.begin(`${bench.prefix}${topic}:${partition}@${Number(high) - 1}`);
    }
  }
  const handled: string[] = [];
  const consumer = await bench.consume(
    async ({ subject }) => {
      handled.push(subject);
      return { outcome: 'ignored' };
    },
    { groupId },
  );
  await eventually(async () => (await consumer.lag()) === 0, within);
  expect(handled).not.toContain(id);
  expect(await bench.mongo.connection.collection('parked').findOne({ groupId, subject: id })).toMatchObject({
    reason: 'poison',
  });
});

it('calls for an end when messages wait and none is processed', async () => {
  const id = randomUUID();
  const release = new AbortController();
  const fatal: Error[] = [];
  const consumer = await bench.consume(
    async () => {
      await sleep(20_000, undefined, { signal: release.signal }).catch(() => undefined);
      return { outcome: 'applied' };
    },
    { watchdogMs: 400, onFatal: (error) => fatal.push(error) },
  );
  await bench.send(id, [1]);
  await eventually(() => fatal.length === 1, within);
  expect(String(fatal[0])).toMatch(/messages wait/);
  release.abort();
  await consumer.stop();
});

it('has each effect once and in order, however deliveries are doubled and shuffled', async () => {
  const streams = 12;
  const length = 8;
  const all = Array.from({ length: streams * length }, (_, n) => ({
    stream: Math.floor(n / length),
    seq: (n % length) + 1,
  }));
  const shuffled = tuple(
    shuffledSubarray(all, { minLength: all.length }),
    array(constantFrom(...all), { minLength: 40, maxLength: 40 }),
  );
  const [[first, doubles]] = sample(shuffled, { numRuns: 1, seed: 20_260_301 }) as [[typeof all, typeof all]];
  const ids = Array.from({ length: streams }, () => randomUUID());
  const consumer = await bench.consume((received) => copies.apply(received));

  for (const { stream, seq } of [...first.slice(0, 60), ...doubles, ...first.slice(60)])
    await bench.send(ids[stream] ?? '', [seq]);
  for (const id of ids) await has(id, ...Array.from({ length }, (_, n) => n + 1));
  await eventually(async () => (await consumer.parked()).gap === 0, within);
});
