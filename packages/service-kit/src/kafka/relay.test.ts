import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '@daka/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { Registry } from 'prom-client';
import { type AggregateStore, createAggregateStore, createCopyStore } from '../mongo';
import type { OutboxEntry } from '../mongo/types';
import { addCoin, type CoinAdded, type Jar, jarOptions, quiet } from '../mongo/jar.fixture';
import { eventually } from '../testing/eventually';
import { type KafkaBench, openBench, seqsOf, topic } from './kafka.fixture';
import { archiveAndClear, readPending } from './outbox';
import { startRelay } from './relay';
import { republish } from './republish';
import { createSender } from './sender';
import type { KafkaConnection, Relay } from './types';

jest.setTimeout(20_000);

let bench: KafkaBench;
let store: AggregateStore<Jar, CoinAdded>;
let relays: Relay[] = [];
const wire: Received[] = [];

beforeAll(async () => {
  bench = await openBench();
  store = createAggregateStore(jarOptions(bench.mongo));
  await bench.consume(async (received) => {
    wire.push(received);
    return 'applied';
  });
});
afterAll(() => bench.stop());
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

const relay = (kafka: KafkaConnection = bench.kafka, pollMs?: number) => {
  const started = startRelay({ kafka, prefix: bench.prefix, stores: [store], logger: quiet, metrics: new Registry(), pollMs });
  relays.push(started);
  return started;
};
const archived = (subject: string) => store.outbox.archive.collection.find({ '_id.subject': subject } as object).sort({ _id: 1 }).toArray();
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
  const clear = (...seqs: number[]) => archiveAndClear(store.outbox, [{ subject: id, events: events.filter(({ seq }) => seqs.includes(seq)) }]);

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
  await crashed.send((await readPending(store.outbox, 500)).filter(({ subject }) => subject === id));
  await crashed.reset();

  relay();
  relay();
  await eventually(async () => (await archived(id)).length === 3 && seqsOf(wire, id).length >= 6, { timeoutMs: 10_000 });

  const copies = createCopyStore<number[]>({ mongo: bench.mongo, name: 'after_crash', topics: [topic], evolve: (copy, _, { streamseq }) => [...(copy ?? []), streamseq] });
  for (const received of wire.filter(({ subject }) => subject === id)) expect(await copies.apply(received)).not.toBe('gap');
  expect(await copies.load(id)).toEqual([1, 2, 3]);
});

it('keeps events through an outage of Kafka and sends them when it is back', async () => {
  const id = randomUUID();
  const away = relay({ clientId: 'away', kafka: new Kafka({ brokers: ['127.0.0.1:1'], retry: { retries: 0 }, logLevel: logLevel.NOTHING }) });
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

  const sent = await republish({ kafka: bench.kafka, prefix: bench.prefix, outbox: store.outbox, topic, fromSeq: 2 });
  await eventually(() => wire.length === sent, { timeoutMs: 10_000 });
  expect(seqsOf(wire, id)).toEqual([2, 3, 4]);
});
