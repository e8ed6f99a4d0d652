import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { withTrace } from '../logging';
import { createAggregateStore } from './aggregate-store';
import { connectMongo } from './connect';
import type { OutboxEntry } from './types';
import {
  addCoin,
  type CoinAdded,
  evolveJar,
  type Jar,
  jarOptions,
  openTestMongo,
  quiet,
  refundOf,
  refundReceived,
} from './jar.fixture';
import type { AggregateStore, MongoConnection } from './types';

jest.setTimeout(20_000);

let mongo: MongoConnection;
/** A connection, and so a cache and a queue, as another process would have. */
let elsewhere: MongoConnection;
let one: AggregateStore<Jar, CoinAdded, 'payment.enrolment'>;
let other: AggregateStore<Jar, CoinAdded, 'payment.enrolment'>;
let id: string;

beforeAll(async () => {
  mongo = await openTestMongo();
  elsewhere = await connectMongo({ url: process.env['MONGO_URL'] ?? '', db: mongo.connection.name, logger: quiet });
  one = createAggregateStore(jarOptions(mongo));
  other = createAggregateStore(jarOptions(elsewhere));
});
afterAll(async () => {
  await elsewhere.stop();
  await mongo.stop();
});
beforeEach(() => {
  id = randomUUID();
});

const stored = async (name = 'jars') => mongo.connection.collection(name).findOne({ _id: id } as object);
const outboxOf = async () => ((await stored())?.['outbox'] ?? []) as OutboxEntry[];
/** Transactions that this process committed. The server's own count would hold those of other test files on it too. */
const committing = jest.spyOn(mongoose.mongo.ClientSession.prototype, 'commitTransaction');
const commits = () => committing.mock.calls.length;
const message = refundReceived;

describe('change', () => {
  it('writes state and events in one update, the events ready to be sent', async () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const outcome = await withTrace(trace, () => one.change(id, addCoin('a', 5)));

    expect(outcome).toMatchObject({ state: { coins: ['a'], totalMinor: 5 } });
    expect(await stored()).toMatchObject({
      version: 1,
      seq: { 'payment/enrolment': 1 },
      state: { totalMinor: 5 },
      pendingSince: expect.any(Date),
    });
    const [entry] = await outboxOf();
    expect(JSON.parse(entry?.value ?? '')).toMatchObject({
      id: `payment.enrolment:${id}:1`,
      source: 'daka/payment',
      subject: id,
      streamseq: 1,
      traceparent: trace,
      data: { period: 'a', amountMinor: 5 },
    });
  });

  it('loses none of 50 concurrent changes of one document, and numbers the events without a gap', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => (n % 2 ? one : other).change(id, addCoin(`c${n}`))));

    expect((await one.load(id))?.totalMinor).toBe(50);
    // Those that waited for each other were written together.
    expect((await stored())?.['version']).toBeLessThan(25);
    expect((await outboxOf()).map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  });

  it('accepts one of ten equal acts and refuses nine', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? one : other).change(id, addCoin('same'))),
    );
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(9);
    expect((await stored())?.['state']).toEqual({ coins: ['same'], totalMinor: 1 });
  });

  it('does not refuse because of what it remembers when somebody else has written since', async () => {
    await one.change(id, addCoin('a'));
    await other.change(id, addCoin('b'));
    const outcome = await one.change(id, (jar) => (jar?.coins.includes('b') ? [] : addCoin('a')(jar)));
    expect(outcome).toMatchObject({ state: { coins: ['a', 'b'] }, events: [] });
  });

  it('writes a hundred documents at once in few transactions', async () => {
    const before = commits();
    const ids = Array.from({ length: 100 }, (_, n) => `${id}-${n}`);
    await Promise.all(ids.map((jar) => one.change(jar, addCoin('first'))));
    await Promise.all(ids.map((jar) => one.change(jar, addCoin('second'))));
    for (const jar of ids) expect(await other.load(jar)).toEqual({ coins: ['first', 'second'], totalMinor: 2 });
    expect(commits() - before).toBeLessThan(25);
  });

  it('refuses a document that has become too large, and none of those written with it', async () => {
    const ids = Array.from({ length: 6 }, (_, n) => `${id}-${n}`);
    const store = createAggregateStore<Jar, CoinAdded, 'payment.enrolment'>({
      ...jarOptions(mongo, 'large_jars'),
      publish: () => [],
    });
    for (const jar of ids) await store.change(jar, addCoin('first'));
    const outcomes = await Promise.allSettled(
      ids.map((jar, n) => store.change(jar, addCoin(n === 3 ? 'x'.repeat(17_000_000) : 'second'))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(ids.map((_, n) => (n === 3 ? 'rejected' : 'fulfilled')));
    for (const [n, jar] of ids.entries())
      expect((await store.load(jar))?.coins).toEqual(n === 3 ? ['first'] : ['first', 'second']);
  });

  it('writes nothing for a refusal or for no events', async () => {
    await one.change(id, () => []);
    expect(await stored()).toBeNull();
    await one.change(id, addCoin('a'));
    await one.change(id, addCoin('a'));
    await one.change(id, () => []);
    expect(await stored()).toMatchObject({ version: 1 });
  });

  it('lets no event out that breaks its contract, and leaves the state as it was', async () => {
    await one.change(id, addCoin('a'));
    await expect(one.change(id, addCoin('b', -1))).rejects.toThrow(/breaks its contract/);
    expect(await stored()).toMatchObject({ version: 1, state: { coins: ['a'] } });
    await expect(one.change(id, addCoin('c'))).resolves.toMatchObject({ state: { coins: ['a', 'c'] } });
  });

  it('makes an evolve that alters a shared state fail', async () => {
    const store = createAggregateStore<Jar, CoinAdded, 'payment.enrolment'>({
      ...jarOptions(mongo, 'careless'),
      evolve(jar, event) {
        if (!jar) return evolveJar(jar, event);
        jar.totalMinor += event.amountMinor;
        return jar;
      },
    });
    await store.change(id, addCoin('a'));
    await expect(store.change(id, addCoin('b'))).rejects.toThrow(TypeError);
  });

  it('lets a decision that throws stop none of those that wait with it', async () => {
    const fails = () => {
      throw new Error('cannot decide');
    };
    const outcomes = await Promise.allSettled([
      one.change(id, addCoin('a')),
      one.change(id, fails),
      one.change(id, addCoin('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toMatchObject({ version: 1, state: { coins: ['a', 'c'] } });
  });

  it('tells the caller when a unique index refuses, and does not try for ever', async () => {
    const store = createAggregateStore({
      ...jarOptions(mongo, 'unique_jars'),
      indexes: [[{ 'state.totalMinor': 1 }, { unique: true }]],
    });
    await store.change(id, addCoin('a', 7));
    await expect(store.change(randomUUID(), addCoin('a', 7))).rejects.toMatchObject({ code: 11_000 });
  });
});

describe('applyMessage', () => {
  it('applies what is next, drops what was applied and leaves a gap for later, across processes', async () => {
    const apply = (store: typeof one, seq: number) => store.applyMessage(message(id, seq), addToJar(`m${seq}`));

    expect(await apply(one, 2)).toMatchObject({ outcome: 'gap' });
    expect(await stored()).toBeNull();
    expect(await apply(one, 1)).toMatchObject({ outcome: 'applied' });
    expect(await apply(other, 2)).toMatchObject({ outcome: 'applied' });
    expect(await apply(one, 2)).toMatchObject({ outcome: 'duplicate' });
    expect(await apply(one, 3)).toMatchObject({ outcome: 'applied' });
    expect(await apply(other, 5)).toMatchObject({ outcome: 'gap' });
    expect(await stored()).toMatchObject({ last: { 'payment/enrolment': 3 }, state: { coins: ['m1', 'm2', 'm3'] } });
  });

  it('remembers its place even if nothing results, without making up a state', async () => {
    expect(await one.applyMessage(message(id, 1), () => [])).toMatchObject({ outcome: 'applied' });
    expect(await one.load(id)).toBeNull();
    expect(await one.find({ _id: id })).toEqual([]);
    expect(await one.applyMessage(message(id, 1), addToJar('x'))).toMatchObject({ outcome: 'duplicate' });
    expect(await one.applyMessage(message(id, 2), addToJar('y'))).toMatchObject({ outcome: 'applied' });
    expect(await one.load(id)).toEqual({ coins: ['y'], totalMinor: 1 });
  });
});

describe('alongside', () => {
  const ledgered = (name: string, on = mongo) =>
    createAggregateStore<Jar, CoinAdded, 'payment.enrolment'>({
      ...jarOptions(on, name),
      alongside: ({ events }) => [
        {
          collection: `${name}_ledger`,
          documents: events.map(({ coin, amountMinor }) => ({ _id: coin, amountMinor })),
        },
      ],
    });
  const entries = (name: string) => mongo.connection.collection(`${name}_ledger`).find().sort({ _id: 1 }).toArray();

  it('is written together with the state', async () => {
    const store = ledgered('together');
    await store.change(id, addCoin('a', 1));
    await store.change(id, addCoin('b', 2));
    expect(await entries('together')).toEqual([
      { _id: 'a', amountMinor: 1 },
      { _id: 'b', amountMinor: 2 },
    ]);
    expect(await stored('together')).toMatchObject({ version: 2 });
  });

  it('takes the state back with it when a validator refuses, and the next change works', async () => {
    await mongo.connection.createCollection('strict_ledger', { validator: { $expr: { $lt: ['$amountMinor', 100] } } });
    const store = ledgered('strict');
    await expect(store.change(id, addCoin('a', 100))).rejects.toThrow(/validation/);
    expect(await stored('strict')).toBeNull();
    await store.change(id, addCoin('b', 99));
    expect(await stored('strict')).toMatchObject({
      version: 1,
      state: { coins: ['b'] },
      seq: { 'payment/enrolment': 1 },
    });
  });

  it('surfaces a duplicate entry that no other writer explains', async () => {
    const store = ledgered('doubled');
    await mongo.connection.collection('doubled_ledger').insertOne({ _id: 'a' } as object);
    await expect(store.change(id, addCoin('a'))).rejects.toMatchObject({ code: 11_000 });
    expect(await stored('doubled')).toBeNull();
  });

  it('is written for a hundred documents at once, few transactions for all of them', async () => {
    const store = ledgered('grouped');
    const before = commits();
    const ids = Array.from({ length: 100 }, (_, n) => `${id}-${String(n).padStart(3, '0')}`);
    await Promise.all(ids.map((jar) => store.change(jar, addCoin(jar))));
    await Promise.all(ids.map((jar) => store.change(jar, addCoin(`${jar}-again`, 2))));
    expect(await store.find({}, { limit: 200 })).toEqual(
      ids.map((jar) => ({ id: jar, state: { coins: [jar, `${jar}-again`], totalMinor: 3 } })),
    );
    expect(await entries('grouped')).toHaveLength(200);
    expect(commits() - before).toBeLessThan(50);
  });

  it('refuses the one that is wrong among many at once, and only that', async () => {
    await mongo.connection.createCollection('picky_ledger', { validator: { $expr: { $lt: ['$amountMinor', 100] } } });
    const store = ledgered('picky');
    const rival = ledgered('picky', elsewhere);
    await mongo.connection.collection('picky_ledger').insertOne({ _id: 'c7', amountMinor: 1 } as object);
    await store.change('j11', addCoin('first'));
    await rival.change('j11', addCoin('second')); // what the store remembers is old now
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => store.change(`j${n}`, addCoin(`c${n}`, n === 5 ? 100 : 1))),
    );
    expect(outcomes.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([5, 7]);
    expect((await entries('picky')).map(({ _id }) => String(_id)).sort()).toEqual(
      [...Array.from({ length: 20 }, (_, n) => `c${n}`).filter((coin) => coin !== 'c5'), 'first', 'second'].sort(),
    );
    expect(await store.load('j11')).toEqual({ coins: ['first', 'second', 'c11'], totalMinor: 3 });
    expect([await store.load('j5'), await store.load('j7')]).toEqual([null, null]);
  });

  it('sees for each of many at once whether somebody else was faster', async () => {
    const [store, rival] = [ledgered('overtaken'), ledgered('overtaken', elsewhere)];
    const jars = Array.from({ length: 12 }, (_, n) => `j${n}`);
    for (const jar of jars) await store.change(jar, addCoin(`${jar}-first`));
    await rival.change('j11', addCoin('j11-rival')); // what the store remembers is old now
    await Promise.all(jars.map((jar) => store.change(jar, addCoin(`${jar}-second`))));
    expect(await store.load('j11')).toEqual({ coins: ['j11-first', 'j11-rival', 'j11-second'], totalMinor: 3 });
    expect(await entries('overtaken')).toHaveLength(25);
  });

  it('settles a race of two processes over many documents: each entry once, nothing lost', async () => {
    const [store, rival] = [ledgered('crowd'), ledgered('crowd', elsewhere)];
    const acts = Array.from({ length: 120 }, (_, n) =>
      (n % 2 ? store : rival).change(`j${n % 10}`, addCoin(`${n % 10}-${n}`)),
    );
    await Promise.all(acts);
    expect(await entries('crowd')).toHaveLength(120);
    const jars = await store.find({});
    expect(jars.map(({ state }) => state.totalMinor)).toEqual(Array.from({ length: 10 }, () => 12));
  });

  it('spoils with an entry that is refused only the act that it belongs to, though all are written together', async () => {
    const store = ledgered('spoiled');
    await mongo.connection.collection('spoiled_ledger').insertOne({ _id: 'b' } as object);
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((coin) => store.change(id, addCoin(coin))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored('spoiled')).toMatchObject({ state: { coins: ['a', 'c'], totalMinor: 2 } });
    expect(await entries('spoiled')).toHaveLength(3);
  });

  it('settles a race of two processes: each entry once, nothing lost', async () => {
    const store = ledgered('raced');
    await store.change(id, addCoin('first'));
    const rival = ledgered('raced', elsewhere);
    const acts = Array.from({ length: 20 }, (_, n) => (n % 2 ? store : rival).change(id, addCoin(`c${n >> 1}`)));
    const outcomes = await Promise.all(acts);
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(10);
    expect(await entries('raced')).toHaveLength(11);
    expect(await stored('raced')).toMatchObject({ state: { totalMinor: 11 } });
  });
});

describe('alongside, ahead', () => {
  /** Each coin has a label in a collection of its own, which means nothing until a jar holds the coin. */
  const labelled = (name: string, on = mongo) =>
    createAggregateStore<Jar, CoinAdded, 'payment.enrolment'>({
      ...jarOptions(on, name),
      alongside: ({ id: jar, events }) => [
        {
          collection: `${name}_labels`,
          documents: events.map(({ coin }) => ({ _id: `${jar}:${coin}`, coin })),
          ahead: true,
        },
      ],
    });
  const labels = async (name: string) =>
    (await mongo.connection.collection(`${name}_labels`).find().sort({ _id: 1 }).toArray()).map(({ coin }) => coin);

  it('needs no transaction for who is alone, and lies there before the state does', async () => {
    const store = labelled('early');
    const order: string[] = [];
    const seen = jest.spyOn(mongo.connection.collection('early_labels'), 'insertMany').mockImplementation(async () => {
      order.push(`state ${(await stored('early')) === null ? 'not yet' : 'already'} there`);
      throw new Error('the process dies here');
    });
    await expect(store.change(id, addCoin('a'))).rejects.toThrow('dies here');
    seen.mockRestore();
    expect([order, await stored('early')]).toEqual([['state not yet there'], null]);
    const before = commits();
    await store.change(id, addCoin('a'));
    await store.change(id, addCoin('b'));
    expect(commits() - before).toBe(0);
    expect([await labels('early'), (await store.load(id))?.coins]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('leaves what nothing names when the process dies between both, and goes on from there', async () => {
    const store = labelled('between');
    await store.change(id, addCoin('a'));
    const dies = jest
      .spyOn(store.model.collection, 'updateOne')
      .mockRejectedValueOnce(new Error('the process dies here'));
    await expect(store.change(id, addCoin('b'))).rejects.toThrow('dies here');
    dies.mockRestore();
    expect([await labels('between'), (await store.load(id))?.coins]).toEqual([['a', 'b'], ['a']]);
    await labelled('between', elsewhere).change(id, addCoin('b'));
    expect([await labels('between'), (await store.load(id))?.coins]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('is there once when somebody else was faster and all is done again', async () => {
    const [store, rival] = [labelled('late'), labelled('late', elsewhere)];
    await store.change(id, addCoin('a'));
    await rival.change(id, addCoin('b')); // what the store remembers is old now
    await store.change(id, addCoin('c'));
    expect([await labels('late'), (await store.load(id))?.coins]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('is told when it is refused, and then nothing names it', async () => {
    await mongo.connection.createCollection('stern_labels', { validator: { coin: { $ne: 'lead' } } });
    const store = labelled('stern');
    await expect(store.change(id, addCoin('lead'))).rejects.toThrow(/validation/);
    expect(await stored('stern')).toBeNull();
  });

  it('is in the transactions of those that are written together, and stops none where it lies there already', async () => {
    const [store, rival] = [labelled('many'), labelled('many', elsewhere)];
    const jars = Array.from({ length: 40 }, (_, n) => `j${String(n).padStart(2, '0')}`);
    await mongo.connection.collection('many_labels').insertOne({ _id: 'j07:j07', coin: 'j07' } as object);
    const before = commits();
    await Promise.all(jars.map((jar, n) => (n % 2 ? store : rival).change(jar, addCoin(jar))));
    expect(commits() - before).toBeGreaterThan(0);
    expect(await labels('many')).toEqual(jars);
    expect((await store.find({})).map(({ state }) => state.coins)).toEqual(jars.map((jar) => [jar]));
  });
});

it('waits seconds, not minutes, for a document that a writer died on in the middle of a transaction', async () => {
  await one.change(id, addCoin('a'));
  const session = elsewhere.connection.getClient().startSession();
  session.startTransaction();
  await elsewhere.connection
    .collection('jars')
    .updateOne({ _id: id } as object, { $set: { pendingSince: new Date() } }, { session });
  // Nobody commits and nobody aborts, as after kill -9: the server's limit for a transaction's life ends it.
  await expect(one.change(id, addCoin('b'))).resolves.toMatchObject({ state: { coins: ['a', 'b'] } });
  await session.endSession().catch(() => undefined);
}, 120_000); // a MongoDB that was given may have the default limit

describe('find', () => {
  it('pages by id, filters and sorts by state', async () => {
    const store = createAggregateStore({ ...jarOptions(mongo, 'found'), indexes: [[{ 'state.totalMinor': 1 }]] });
    const ids = ['a', 'b', 'c', 'd'];
    for (const [n, jar] of ids.entries()) await store.change(jar, addCoin('x', n + 1));
    expect((await store.find({ 'state.totalMinor': { $gte: 2 } }, { limit: 2 })).map((jar) => jar.id)).toEqual([
      'b',
      'c',
    ]);
    expect((await store.find({}, { limit: 2, afterId: 'b' })).map((jar) => jar.id)).toEqual(['c', 'd']);
    expect((await store.find({}, { sort: { 'state.totalMinor': -1 }, limit: 1 }))[0]?.state.totalMinor).toBe(4);
  });
});

it('does not wait for ever for a server that is not there', async () => {
  await expect(
    connectMongo({ url: 'mongodb://127.0.0.1:1/', db: 'none', logger: quiet, timeoutMs: 300 }),
  ).rejects.toThrow(/ECONNREFUSED/);
});

function addToJar(coin: string) {
  return () => [{ type: 'coin-added', coin, amountMinor: refundOf(coin, 1).amountMinor } as const];
}
