import { randomUUID } from 'node:crypto';
import { createContracts, defineEvent, eventsByTopic, type Contracts, type Received } from '@daka/contracts';
import pino from 'pino';
import { z } from 'zod';
import { type KafkaBench, envelope, openBench, topic } from '../kafka/kafka.fixture';
import { createCopyStore, type CopyStore } from '../documents';
import { eventually } from '../testing/eventually';
import { PARKED_COLLECTION, type ParkedMessage } from './parked';

const NEW_TYPE = 'payment.coupon-redeemed.v1';
const KNOWN_TYPE = 'payment.refund-succeeded.v1';
const within = { timeoutMs: 15_000 };

let bench: KafkaBench;
let copies: CopyStore<{ seen: number[] }, typeof topic>;

jest.setTimeout(40_000);
beforeEach(async () => {
  bench = await openBench();
  copies = createCopyStore<{ seen: number[] }, typeof topic>({
    mongo: bench.mongo,
    name: 'copies',
    evolve: (copy, { streamseq }) => ({ seen: [...(copy?.seen ?? []), streamseq] }),
  });
}, 20_000);
afterEach(() => bench.stop(), 20_000);

/** Contracts of a later release: a new type, and a field that today's do not know. */
function tomorrow(): Contracts {
  const later = eventsByTopic[topic].map((definition) =>
    definition.type === KNOWN_TYPE && definition.data instanceof z.ZodObject
      ? { ...definition, data: definition.data.extend({ couponCode: z.string().optional() }) }
      : definition,
  );
  const redeemed = defineEvent({
    type: NEW_TYPE,
    topic,
    summary: 'A coupon was redeemed.',
    data: z.strictObject({ code: z.string() }),
  });
  return createContracts({ ...eventsByTopic, [topic]: [...later, redeemed] });
}

const withField = (subject: string, seq: number) => {
  const event = JSON.parse(envelope(subject, seq));
  return JSON.stringify({ ...event, data: { ...event.data, couponCode: 'X' } });
};
const ofNewType = (subject: string, seq: number) =>
  JSON.stringify({ ...JSON.parse(envelope(subject, seq)), type: NEW_TYPE, data: { code: 'X' } });
const withExtension = (subject: string, seq: number) =>
  JSON.stringify({ ...JSON.parse(envelope(subject, seq)), dataschema: '/schemas/7', region: 'eu' });

const seen = async (subject: string) => (await copies.load(subject))?.seen ?? [];
const has = (subject: string, ...seqs: number[]) =>
  eventually(async () => JSON.stringify(await seen(subject)) === JSON.stringify(seqs), within);
const apply = (received: Received<typeof topic>) => copies.apply(received);
const parkedOf = (subject: string) =>
  bench.mongo.connection.collection<ParkedMessage>(PARKED_COLLECTION).find({ subject }).sort({ seq: 1 }).toArray();

/** A logger whose lines can be looked at. */
function listen() {
  const lines: { level: number; msg: string }[] = [];
  return { lines, logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) }) };
}

it.each([
  ['type', ofNewType],
  ['field', withField],
])('keeps a %s that it does not know yet, and a process that knows it takes it up by itself', async (_what, newer) => {
  const groupId = `${bench.prefix}${randomUUID()}`;
  const [ahead, beside] = [randomUUID(), randomUUID()];
  const { lines, logger } = listen();
  const old = await bench.consume(apply, { groupId, logger });
  await bench.send(ahead, [1]);
  await bench.sendRaw(ahead, newer(ahead, 2));
  await bench.send(ahead, [3]);
  await bench.send(beside, [1, 2]);

  // It delays its own subject only, and is to be seen.
  await has(beside, 1, 2);
  await eventually(async () => JSON.stringify(await old.parked()) === '{"gap":1,"poison":0,"newer":1}', within);
  expect(await seen(ahead)).toEqual([1]);
  const [kept] = await parkedOf(ahead);
  expect(kept).toMatchObject({ seq: 2, reason: 'newer', attempts: 1, value: newer(ahead, 2) });
  expect(lines.filter(({ level }) => level === 40).map(({ msg }) => msg)).toEqual([
    'parked until an upgrade: a newer producer says more than is known',
  ]);
  expect(lines.filter(({ level }) => level > 40)).toEqual([]);

  // Nobody's command, and no process of the same version, helps.
  expect(await old.retryParked()).toBe(0);
  await old.stop();
  const same = await bench.consume(apply, { groupId });
  await same.retryParked();
  expect(await parkedOf(ahead)).toMatchObject([{ seq: 2, reason: 'newer', attempts: 1 }, { seq: 3 }]);
  await same.stop();

  const upgraded = await bench.consume(apply, { groupId, contracts: tomorrow() });
  await has(ahead, 1, 2, 3);
  await eventually(async () => JSON.stringify(await upgraded.parked()) === '{"gap":0,"poison":0,"newer":0}', within);
});

it('is tried once by each version that does not know it either', async () => {
  const groupId = `${bench.prefix}${randomUUID()}`;
  const id = randomUUID();
  const old = await bench.consume(apply, { groupId });
  await bench.sendRaw(id, ofNewType(id, 1));
  await eventually(async () => (await old.parked()).newer === 1, within);
  const other = createContracts({ ...eventsByTopic, 'checkin.cohort': [] });
  await bench.consume(apply, { groupId, contracts: other });
  await eventually(async () => (await parkedOf(id))[0]?.attempts === 2, within);
  await old.retryParked();
  const [kept] = await parkedOf(id);
  expect(kept).toMatchObject({ reason: 'newer', attempts: 2 });
  expect(kept?.unknownTo).toHaveLength(2);
});

it('applies a message whose envelope says more than it knows', async () => {
  const consumer = await bench.consume(apply);
  const id = randomUUID();
  await bench.sendRaw(id, withExtension(id, 1));
  await has(id, 1);
  expect(await consumer.parked()).toEqual({ gap: 0, poison: 0, newer: 0 });
});
