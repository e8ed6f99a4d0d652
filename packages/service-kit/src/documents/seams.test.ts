import { randomUUID } from 'node:crypto';
import { createAggregateStore } from './aggregate-store';
import { createCacheBudget } from './cache';
import { createCopyStore } from './copy-store';
import { isTransient, NewerDocumentError } from './errors';
import { addCoin, type CoinAdded, type Jar, jarOptions, openTestMongo, refundReceived } from './jar.fixture';
import type { AggregateStoreOptions, MongoConnection } from './types';

jest.setTimeout(20_000);

type JarOptions = AggregateStoreOptions<Jar, CoinAdded, 'payment.enrolment'>;

let mongo: MongoConnection;
let id: string;

beforeAll(async () => {
  mongo = await openTestMongo();
});
afterAll(() => mongo.stop());
beforeEach(() => {
  id = randomUUID();
});

/** The same database for a store of its own, which remembers nothing: as another process has it. */
const elsewhere = (): MongoConnection => ({ ...mongo, connection: mongo.connection.useDb(mongo.connection.name) });
const stored = (name: string) => mongo.connection.collection(name).findOne({ _id: id } as object);

describe('a schema that has changed', () => {
  /** What jars were before they knew their total, and before that when coins were called pennies. */
  const upcasts = [
    (state: unknown) => ({ coins: (state as { pennies: string[] }).pennies }),
    (state: unknown) => ({
      ...(state as { coins: string[] }),
      totalMinor: (state as { coins: string[] }).coins.length,
    }),
  ];
  const old = (document: object) =>
    mongo.connection.collection('old_jars').insertOne({ _id: id, ...document } as object);
  const jars = (more: Partial<JarOptions> = {}) =>
    createAggregateStore({ ...jarOptions(elsewhere(), 'old_jars'), upcasts, ...more });
  const counters = { version: 3, seq: { 'payment/enrolment': 2 }, last: {}, outbox: [] };

  it('is read as today, from every older version, and written back with the next change', async () => {
    await old({ ...counters, state: { pennies: ['a', 'b'] } });
    const store = jars();
    expect(await store.load(id)).toEqual({ coins: ['a', 'b'], totalMinor: 2 });
    expect(await store.find({ _id: id })).toEqual([{ id, state: { coins: ['a', 'b'], totalMinor: 2 } }]);
    expect(store.stateOf({ v: 1, state: { coins: ['x'] } })).toEqual({ coins: ['x'], totalMinor: 1 });
    expect(await stored('old_jars')).not.toHaveProperty('v');

    await store.change(id, addCoin('c', 5));
    expect(await stored('old_jars')).toMatchObject({ v: 2, version: 4, seq: { 'payment/enrolment': 3 } });
    expect((await stored('old_jars'))?.['state']).toEqual({ coins: ['a', 'b', 'c'], totalMinor: 7 });

    await store.change(id, addCoin('d', 1));
    expect(await stored('old_jars')).toMatchObject({ v: 2, version: 5, state: { totalMinor: 8 } });
  });

  it('takes only the steps that a document has not taken', async () => {
    await old({ ...counters, v: 1, state: { coins: ['a'] } });
    expect((await jars().change(id, addCoin('b'))) as object).toMatchObject({
      state: { coins: ['a', 'b'], totalMinor: 2 },
    });
  });

  it('marks what it creates, and nothing as long as there was one version only', async () => {
    await jars().change(id, addCoin('a'));
    expect(await stored('old_jars')).toMatchObject({ v: 2, version: 1 });
    await createAggregateStore(jarOptions(mongo, 'plain_jars')).change(id, addCoin('a'));
    expect(await stored('plain_jars')).not.toHaveProperty('v');
  });

  it('leaves what newer code wrote to newer code', async () => {
    const newer = { ...counters, v: 3, state: { coins: ['a'], totalMinor: 1, colour: 'red' } };
    await old(newer);
    const store = jars();
    const failures = await Promise.allSettled([
      store.load(id),
      store.change(id, addCoin('b')),
      store.applyMessage(refundReceived(id, 1), () => []),
      store.find({ _id: id }),
    ]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ status: 'rejected', reason: expect.any(NewerDocumentError) });
      expect(failure.status === 'rejected' && isTransient(failure.reason)).toBe(true);
    }
    expect(await stored('old_jars')).toEqual({ _id: id, ...newer });
  });

  it('is seen by an instance of the old code that still remembers the document', async () => {
    await old({ ...counters, v: 1, state: { coins: ['a'] } });
    const before = jars({ upcasts: upcasts.slice(0, 1) });
    await before.load(id);
    await jars().change(id, addCoin('b'));
    await expect(before.change(id, addCoin('c'))).rejects.toThrow(NewerDocumentError);
    await expect(before.load(id)).rejects.toThrow(NewerDocumentError);
    expect(await stored('old_jars')).toMatchObject({ v: 2, state: { coins: ['a', 'b'], totalMinor: 2 } });
  });
});

describe('prepare', () => {
  /** Names of coins, each fetched once; decisions and `evolve` read them without waiting. */
  function withNames(name: string) {
    const names = new Map<string, string>();
    const prepared: string[][] = [];
    const prepare = (jar: Jar): Promise<void> | undefined => {
      const missing = jar.coins.filter((coin) => !names.has(coin));
      if (missing.length === 0) return undefined;
      prepared.push(missing);
      return new Promise((resolve) =>
        setImmediate(() => {
          for (const coin of missing) names.set(coin, coin.toUpperCase());
          resolve();
        }),
      );
    };
    return { names, prepared, store: createAggregateStore({ ...jarOptions(elsewhere(), name), prepare }) };
  }

  it('has what a decision needs, and what was read', async () => {
    const { names, store } = withNames('named');
    await store.change(id, addCoin('a'));
    names.clear();
    const fresh = withNames('named');
    let seen: (string | undefined)[] = [];
    await fresh.store.change(id, (jar) => {
      seen = (jar?.coins ?? []).map((coin) => fresh.names.get(coin));
      return addCoin('b')(jar);
    });
    expect(seen).toEqual(['A']);
    const reading = withNames('named');
    await reading.store.load(id);
    expect([...reading.names.values()]).toEqual(['A', 'B']);
    const finding = withNames('named');
    await finding.store.find({});
    expect([...finding.names.values()]).toEqual(['A', 'B']);
  });

  it('is called for a new state before it is written: what it refers to is stored first', async () => {
    const order: string[] = [];
    const store = createAggregateStore({
      ...jarOptions(mongo, 'referring'),
      async prepare(jar) {
        order.push(`${jar.coins.join()} ${(await stored('referring')) === null ? 'before' : 'after'} the write`);
      },
    });
    await store.change(id, addCoin('a'));
    expect(order).toEqual(['a before the write']);
  });

  it('that fails writes nothing', async () => {
    const store = createAggregateStore({
      ...jarOptions(mongo, 'unprepared'),
      prepare: () => Promise.reject(new Error('no name for it')),
    });
    await expect(store.change(id, addCoin('a'))).rejects.toThrow('no name for it');
    expect(await stored('unprepared')).toBeNull();
  });
});

describe('load', () => {
  it('sees what others write, and reads what it remembers without its state', async () => {
    const [here, there] = [jarOptions(mongo, 'seen'), jarOptions(elsewhere(), 'seen')].map((options) =>
      createAggregateStore(options),
    );
    await here?.change(id, addCoin('a'));
    const first = await here?.load(id);
    expect(await here?.load(id)).toBe(first); // the very same: only its version travelled
    await there?.change(id, addCoin('b'));
    expect(await here?.load(id)).toEqual({ coins: ['a', 'b'], totalMinor: 2 });
    await mongo.connection.collection('seen').deleteOne({ _id: id } as object);
    expect(await here?.load(id)).toBeNull();
  });

  it('is right without any room to remember', async () => {
    const store = createAggregateStore({ ...jarOptions(mongo, 'forgetful'), budget: createCacheBudget(0) });
    for (const coin of ['a', 'b', 'c']) await store.change(id, addCoin(coin));
    expect(await store.load(id)).toEqual({ coins: ['a', 'b', 'c'], totalMinor: 3 });
    const copies = createCopyStore<number, 'payment.enrolment'>({
      mongo,
      name: 'forgetful_copies',
      budget: createCacheBudget(0),
      evolve: (sum) => (sum ?? 0) + 1,
    });
    for (const seq of [1, 2, 2, 3]) await copies.apply(refundReceived(id, seq));
    expect([await copies.load(id), await copies.loadCached(id)]).toEqual([3, 3]);
  });
});

describe('a map kept apart', () => {
  interface Hall {
    taken: number;
    seats: Readonly<Record<string, { number: number }>>;
  }
  type Seated = { who: string } | { left: string };

  const hall = () =>
    createAggregateStore<Hall, Seated, never>({
      mongo: elsewhere(),
      name: 'halls',
      publishes: [],
      publish: () => [],
      apart: 'seats',
      evolve(before, event) {
        const state = before ?? { taken: 0, seats: {} };
        if ('left' in event) {
          const { [event.left]: _, ...seats } = state.seats;
          return { taken: state.taken, seats };
        }
        const number = state.taken + 1;
        return { taken: number, seats: { ...state.seats, [event.who]: { number } } };
      },
    });
  const sit = (store: ReturnType<typeof hall>, who: string) =>
    store.change(id, (state) => (state?.seats[who] ? [] : [{ who }]), [who]);

  it('reads and writes only the entries that a call names, and leaves the others as they are', async () => {
    const store = hall();
    for (const who of ['ann', 'bob', 'cem']) await sit(store, who);
    expect(await sit(store, 'bob')).toEqual({ state: { taken: 3, seats: { bob: { number: 2 } } }, events: [] });
    expect(await store.load(id)).toEqual({ taken: 3, seats: {} });
    expect(await store.load(id, ['cem', 'nobody'])).toEqual({ taken: 3, seats: { cem: { number: 3 } } });
    await store.change(id, () => [{ left: 'ann' }], ['ann']);
    expect((await stored('halls'))?.['state']).toEqual({ taken: 3, seats: { bob: { number: 2 }, cem: { number: 3 } } });
  });

  it('gives each its own number when many come at once, through two processes', async () => {
    const stores = [hall(), hall()];
    const names = Array.from({ length: 40 }, (_, n) => `n${n}`);
    await Promise.all(names.map((who, n) => sit(stores[n % 2] ?? hall(), who)));
    const { seats } = (await stored('halls'))?.['state'] ?? {};
    expect(Object.keys(seats).sort()).toEqual([...names].sort());
    expect(
      Object.values<{ number: number }>(seats)
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    ).toEqual(names.map((_, n) => n + 1));
  });
});
