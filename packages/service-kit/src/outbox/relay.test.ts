import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '@daka/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { Registry } from 'prom-client';
import { type AggregateStore, createAggregateStore, createCopyStore } from '../documents';
import type { OutboxEntry } from '../documents/types';
import { addCoin, type CoinAdded, type Jar, jarOptions, quiet } from '../documents/jar.fixture';
import { eventually } from '../testing/eventually';
import { envelope, type KafkaBench, openBench, seqsOf, topic } from '../kafka/kafka.fixture';
import { archiveAndClear, readUnsent } from './pending';
import { startRelay } from './relay';
import { republishTopic } from './republish';
import { readRepublishArgs } from '../cli/republish';
import { createSender } from './sender';
import type { KafkaConnection } from '../kafka/types';
import type { Relay } from './types';

jest.setTimeout(20_000);

let bench: KafkaBench;
let store: AggregateStore<Jar, CoinAdded>;
let relays: Relay[] = [];
const wire: Received<typeof topic>[] = [];

beforeAll(async () => {
  bench = await openBench();
  store = createAggregateStore(jarOptions(bench.mongo));
  await bench.consume(async (received) => {
    wire.push(received);
    return { outcome: 'applied' };
  });
});
afterAll(() => bench.stop());
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

const relay = (kafka: KafkaConnection = bench.kafka, pollMs?: number) => {
  const started = startRelay({
    kafka,
    prefix: bench.prefix,
    stores: [store],
    logger: quiet,
    metrics: new Registry(),
    pollMs,
  });
  relays.push(started);
  return started;
};
const archived = (subject: string) =>
  store.outbox.archive
    .find({ '_id.subject': subject } as object)
    .sort({ _id: 1 })
    .toArray();
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

it('sends in order, keeps what was sent and leaves the outbox empty', async () => {
  const id = randomUUID();
  const running = relay();
  for (const n of upTo(30)) await store.change(id, addCoin(`c${n}`));

  await eventually(async () => (await running.pending()) === 0 && seqsOf(wire, id).length >= 30, { timeoutMs: 10_000 });
  expect(seqsOf(wire, id)).toEqual(upTo(30));
  expect((await archived(id)).map(({ _id }) => (_id as unknown as { seq: number }).seq)).toEqual(upTo(30));
  const document = await store.model.collection.findOne({ _id: id } as object);
  expect(document).toMatchObject({ version: 30, outbox: [] });
  expect(document).not.toHaveProperty('pendingSince');
});

it('takes out of an outbox what was sent, and nothing that came meanwhile', async () => {
  const id = randomUUID();
  const stored = () => store.model.collection.findOne({ _id: id } as object);
  const outbox = async () => ((await stored())?.['outbox'] ?? []) as OutboxEntry[];
  const left = async () => (await outbox()).map(({ seq }) => seq);
  const clear = (...seqs: number[]) =>
    archiveAndClear(store.outbox, [{ subject: id, events: events.filter(({ seq }) => seqs.includes(seq)) }]);

  for (const n of upTo(4)) await store.change(id, addCoin(`c${n}`));
  const events = await outbox();
  await clear(1, 2);
  expect(await left()).toEqual([3, 4]);
  await clear(1, 2);
  await clear(1, 4); // as many as are waiting, but not the same
  expect(await left()).toEqual([3]);
  expect(await stored()).toHaveProperty('pendingSince');
  await clear(3);
  expect(await stored()).toMatchObject({ outbox: [] });
  expect(await stored()).not.toHaveProperty('pendingSince');
});

it('finds by polling what another process wrote before it ended', async () => {
  const id = randomUUID();
  await store.change(id, addCoin('a'));
  relay(bench.kafka, 50);
  await eventually(() => seqsOf(wire, id).length === 1, { timeoutMs: 10_000 });
});

it('sends again after a crash between sending and clearing; who consumes by sequence sees each event once', async () => {
  const id = randomUUID();
  for (const n of upTo(3)) await store.change(id, addCoin(`c${n}`));
  const crashed = createSender(bench.kafka, bench.prefix);
  await crashed.send((await readUnsent(store.outbox, 500)).pending.filter(({ subject }) => subject === id));
  await crashed.reset();

  relay();
  relay();
  await eventually(async () => (await archived(id)).length === 3 && seqsOf(wire, id).length >= 6, {
    timeoutMs: 10_000,
  });

  const copies = createCopyStore<number[], typeof topic>({
    mongo: bench.mongo,
    name: 'after_crash',
    evolve: (copy, { streamseq }) => [...(copy ?? []), streamseq],
  });
  for (const received of wire.filter(({ subject }) => subject === id))
    expect(await copies.apply(received)).not.toEqual({ outcome: 'gap' });
  expect(await copies.load(id)).toEqual([1, 2, 3]);
});

it('keeps events through an outage of Kafka and sends them when it is back', async () => {
  const id = randomUUID();
  const away = relay({
    clientId: 'away',
    kafka: new Kafka({ brokers: ['127.0.0.1:1'], retry: { retries: 0 }, logLevel: logLevel.NOTHING }),
  });
  await store.change(id, addCoin('a'));
  await sleep(1_000); // long enough for several sends to fail
  expect(await away.pending()).toBeGreaterThan(0);
  expect(seqsOf(wire, id)).toEqual([]);

  relay();
  await eventually(async () => (await away.pending()) === 0 && seqsOf(wire, id).length === 1, { timeoutMs: 10_000 });
});

it('sends a stream again from the archive', async () => {
  const id = randomUUID();
  const running = relay();
  for (const n of upTo(4)) await store.change(id, addCoin(`c${n}`));
  await eventually(async () => (await running.pending()) === 0 && seqsOf(wire, id).length === 4, { timeoutMs: 10_000 });
  wire.length = 0;

  const sent = await republishTopic({
    mongo: bench.mongo,
    kafka: bench.kafka,
    prefix: bench.prefix,
    topic,
    fromSeq: 2,
  });
  await eventually(() => wire.length === sent, { timeoutMs: 10_000 });
  expect(seqsOf(wire, id)).toEqual([2, 3, 4]);
});

it('sends again what earlier versions have archived under another key, in order', async () => {
  const id = randomUUID();
  const value = (seq: number) => envelope(id, seq);
  const former = bench.mongo.connection.collection<{ _id: string }>(store.outbox.archive.name);
  await former.insertMany(
    [10, 9, 2].map((seq) => ({
      _id: `${topic}:${id}:${seq}`,
      topic,
      subject: id,
      seq,
      type: 'payment.refund-succeeded.v1',
      value: value(seq),
    })),
  );
  await store.outbox.archive.insertOne({
    _id: { topic, subject: id, seq: 11 },
    type: 'payment.refund-succeeded.v1',
    value: value(11),
    archivedAt: new Date(),
  });
  await republishTopic({ mongo: bench.mongo, kafka: bench.kafka, prefix: bench.prefix, topic });
  await eventually(() => seqsOf(wire, id).length === 4, { timeoutMs: 10_000 });
  expect(seqsOf(wire, id)).toEqual([2, 9, 10, 11]);
});

it.each([
  [['--topic', topic], { topic, fromSeq: 1 }],
  [['--from', '7', '--topic', topic], { topic, fromSeq: 7 }],
])('takes %j for a topic and a number', (args, wanted) => {
  expect(readRepublishArgs(args)).toEqual(wanted);
});

it.each([
  [[], /Usage/],
  [['--topic'], /is not one of|Usage/],
  [['--topic', topic, '--from', '0'], /Usage/],
  [['--topic', topic, '--from'], /Usage/],
  [['--topic', topic, '--since', '1'], /Usage/],
  [['--topic', 'payment.enrolments'], /is not one of/],
])('says of %j what is wrong', (args, sentence) => {
  expect(() => readRepublishArgs(args)).toThrow(sentence);
});

describe('events of many documents that were written together', () => {
  const together = async (ids: readonly string[], coin: string) => {
    await Promise.all(ids.map((id) => store.change(id, addCoin(coin))));
  };
  const notes = () => store.outbox.unsent.find().toArray();
  const quietly = async (running: Relay, ids: readonly string[], count: number) => {
    await eventually(
      async () => (await running.pending()) === 0 && ids.every((id) => seqsOf(wire, id).length >= count),
      { timeoutMs: 10_000 },
    );
    for (const id of ids) expect(seqsOf(wire, id)).toEqual(upTo(count));
  };

  it('are written once, straight to the archive, and are no longer noted once they were sent', async () => {
    const ids = Array.from({ length: 40 }, (): string => randomUUID());
    await together(ids, 'a');
    const inside = await store.model.collection.countDocuments({
      _id: { $in: ids },
      'outbox.0': { $exists: true },
    } as object);
    const noted = (await notes()).flatMap(({ events }) => events as { subject: string }[]);
    expect(inside + noted.filter(({ subject }) => ids.includes(subject)).length).toBe(40);
    expect(noted.length).toBeGreaterThan(0);

    const running = relay();
    await together(ids, 'b');
    await quietly(running, ids, 2);
    expect(await notes()).toEqual([]);
    for (const id of ids) expect(await archived(id)).toHaveLength(2);
  });

  it('are found after a crash, in order with those that lie in the documents', async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    for (const id of ids.slice(0, 3)) await store.change(id, addCoin('alone'));
    await together(ids, 'with others');
    for (const id of ids.slice(0, 3)) await store.change(id, addCoin('alone again'));
    const running = relay();
    await quietly(running, ids.slice(0, 3), 3);
    await quietly(running, ids.slice(3), 1);
    expect(await notes()).toEqual([]);
  });

  it('keep their order when there are more notes than are read at once', async () => {
    const ids: string[] = [randomUUID(), randomUUID()];
    for (const n of upTo(60)) await together(ids, `c${n}`);
    await store.change(ids[0] ?? '', addCoin('last'));
    const running = relay();
    await quietly(running, ids.slice(1), 60);
    await quietly(running, ids.slice(0, 1), 61);
  });

  it('are noted until Kafka has them', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const away = relay({
      clientId: 'away',
      kafka: new Kafka({ brokers: ['127.0.0.1:1'], retry: { retries: 0 }, logLevel: logLevel.NOTHING }),
    });
    await together(ids, 'a');
    await sleep(500); // long enough for several sends to fail
    expect(await away.pending()).toBeGreaterThan(0);
    for (const id of ids) expect(seqsOf(wire, id)).toEqual([]);
    await quietly(relay(), ids, 1);
  });
});
