import { randomUUID } from 'node:crypto';
import { type AggregateStore, createAggregateStore, type MongoConnection } from '../documents';
import { addCoin, type CoinAdded, type Jar, jarOptions, openTestMongo, refundReceived } from '../documents/jar.fixture';
import type { OutboxEntry } from '../documents/types';
import { createMemoryStore } from './memory-store';

jest.setTimeout(20_000);

type JarStore = Pick<AggregateStore<Jar, CoinAdded, 'payment.enrolment'>, 'load' | 'change' | 'applyMessage'>;
interface Kind {
  store: JarStore;
  /** What a document's events are, and what was written beside. */
  published(id: string): Promise<readonly OutboxEntry[]>;
  ledger(): Promise<number>;
  labels(): Promise<readonly object[]>;
}

const alongside = ({ id, events }: { id: string; events: readonly CoinAdded[] }) => [
  {
    collection: 'contract_ledger',
    documents: events.filter(({ coin }) => coin.startsWith('gold')).map(({ coin }) => ({ _id: `${id}:${coin}` })),
  },
  {
    collection: 'contract_labels',
    documents: events.filter(({ coin }) => coin.startsWith('label')).map(({ coin }) => ({ _id: coin, id })),
    ahead: true,
  },
];

let mongo: MongoConnection;
const kinds = new Map<string, Kind>();

beforeAll(async () => {
  mongo = await openTestMongo();
  const options = { ...jarOptions(mongo, 'contract_jars'), alongside };
  const real = createAggregateStore(options);
  kinds.set('MongoDB', {
    store: real,
    async published(id) {
      const document = await real.model.collection.findOne({ _id: id } as object);
      const archived = await real.outbox.archive.find({ '_id.subject': id }).toArray();
      const beside = archived.map(({ _id, type, value }) => {
        const { topic, seq } = _id as unknown as { topic: 'payment.enrolment'; seq: number };
        return { id: `${topic}:${id}:${seq}`, topic, seq, type, value };
      });
      return [...((document?.['outbox'] ?? []) as OutboxEntry[]), ...beside].sort((a, b) => a.seq - b.seq);
    },
    ledger: () => mongo.connection.collection('contract_ledger').countDocuments({}),
    labels: () => mongo.connection.collection('contract_labels').find({}).toArray(),
  });
  const memory = createMemoryStore(options);
  kinds.set('memory', {
    store: memory,
    published: async (id) => memory.published.filter(({ value }) => JSON.parse(value).subject === id),
    ledger: async () => memory.beside('contract_ledger').length,
    labels: async () => memory.beside('contract_labels'),
  });
});
afterAll(() => mongo.stop());

describe.each(['MongoDB', 'memory'])('a store in %s', (name) => {
  let kind: Kind;
  let id: string;
  beforeEach(() => {
    const found = kinds.get(name);
    if (!found) throw new Error(`no store in ${name}`);
    kind = found;
    id = randomUUID();
  });
  const add = (coin: string) => [{ type: 'coin-added', coin, amountMinor: 1 } as const];

  it('keeps state and events, numbered without a gap, however many come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => kind.store.change(id, addCoin(`c${n}`, 2))));
    expect((await kind.store.load(id))?.totalMinor).toBe(40);
    expect((await kind.published(id)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it('answers state and events, a refusal, or what is there when nothing happens', async () => {
    expect(await kind.store.change(id, addCoin('a'))).toEqual({
      state: { coins: ['a'], totalMinor: 1 },
      events: add('a'),
    });
    expect(await kind.store.change(id, addCoin('a'))).toEqual({ refused: 'already_in' });
    expect(await kind.store.change(id, () => [])).toEqual({ state: { coins: ['a'], totalMinor: 1 }, events: [] });
    expect(await kind.published(id)).toHaveLength(1);
  });

  it('accepts one of ten equal acts', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => kind.store.change(id, addCoin('same'))));
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(9);
  });

  it('applies what is next, drops what comes again, and leaves what comes too early', async () => {
    const apply = (seq: number) => kind.store.applyMessage(refundReceived(id, seq), () => add(`m${seq}`));
    expect(await apply(2)).toEqual({ outcome: 'gap' });
    expect(await apply(1)).toEqual({ outcome: 'applied', events: add('m1') });
    expect(await apply(1)).toEqual({ outcome: 'duplicate' });
    expect(await kind.store.applyMessage(refundReceived(id, 2), () => [])).toEqual({ outcome: 'applied', events: [] });
    expect(await apply(3)).toMatchObject({ outcome: 'applied' });
    expect(await kind.store.load(id)).toEqual({ coins: ['m1', 'm3'], totalMinor: 2 });
  });

  it('remembers a place without a state', async () => {
    await kind.store.applyMessage(refundReceived(id, 1), () => []);
    expect(await kind.store.load(id)).toBeNull();
    expect(await kind.store.applyMessage(refundReceived(id, 1), () => add('x'))).toEqual({ outcome: 'duplicate' });
  });

  it('leaves what lies ahead of a change as it is', async () => {
    await kind.store.change(id, addCoin('label'));
    await kind.store.change(randomUUID(), addCoin('label'));
    expect(await kind.labels()).toEqual([{ _id: 'label', id }]);
  });

  it('writes nothing when a decision throws, an event breaks its contract, or what lies beside is there already', async () => {
    await kind.store.change(id, addCoin('gold'));
    const before = await kind.ledger();
    const decide = () => {
      throw new Error('cannot decide');
    };
    await expect(kind.store.change(id, decide)).rejects.toThrow('cannot decide');
    await expect(kind.store.change(id, addCoin('b', -1))).rejects.toThrow(/breaks its contract/);
    await expect(kind.store.change(id, () => add('gold'))).rejects.toThrow(/:gold/);
    expect(await kind.store.load(id)).toEqual({ coins: ['gold'], totalMinor: 1 });
    expect(await kind.published(id)).toHaveLength(1);
    expect(await kind.ledger()).toBe(before);
  });
});

it('dies where a test wants it to: before a write nothing of it remains, after it all of it', async () => {
  let dies: 'before' | 'after' | null = null;
  const store = createMemoryStore({
    ...jarOptions(mongo, 'unused'),
    onWrite(when) {
      if (when === dies) throw new Error(`died ${when}`);
    },
  });
  dies = 'before';
  await expect(store.change('a', addCoin('x'))).rejects.toThrow('died before');
  expect([store.all(), store.published.length]).toEqual([[], 0]);
  dies = 'after';
  await expect(store.change('a', addCoin('x'))).rejects.toThrow('died after');
  expect([store.all().length, store.published.length]).toEqual([1, 1]);
});
