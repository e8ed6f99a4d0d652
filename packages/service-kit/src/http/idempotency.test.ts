import { randomUUID } from 'node:crypto';
import { createConnection, type Connection } from 'mongoose';
import supertest from 'supertest';
import { createLogger } from '../logging';
import { serveJars } from './app.fixture';
import { createIdempotencyStore, requestHash } from './idempotency';

let connection: Connection;
let jars: Awaited<ReturnType<typeof serveJars>>;
let nowMs = Date.now();
const path = `/jars/${randomUUID()}/coins`;
const post = (key: string, body: object, userId = 'owner-1', to = path) =>
  supertest(jars.url).post(to).set(jars.bearer(userId)).set('Idempotency-Key', key).send(body);

beforeAll(async () => {
  connection = await createConnection(String(process.env.MONGO_URL), {
    dbName: `kit_${randomUUID().slice(0, 8)}`,
  }).asPromise();
  const mongo = { connection, logger: createLogger({ service: 'kit', level: 'silent' }), stop: async () => undefined };
  jars = await serveJars({ idempotency: await createIdempotencyStore(mongo, { nowMs: () => nowMs }) });
});
beforeEach(() => {
  jars.jars.calls = 0;
  jars.jars.fill = async (coins) => coins;
});
afterAll(async () => {
  await jars.stop();
  await connection.dropDatabase();
  await connection.close();
});

it('gives the same answer to the same request, whatever the order of its fields', async () => {
  const key = randomUUID();
  const first = await post(key, { coins: 3, from: { name: 'Ada' } }).expect(201, { coins: 3 });
  const again = await post(key, { from: { name: 'Ada' }, coins: 3 }).expect(201, { coins: 3 });
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(jars.jars.calls).toBe(1);
});

it('asks again after a refusal, whose cause may have passed, and keeps what is done then', async () => {
  const key = randomUUID();
  const refused = await post(key, { coins: 100 })
    .expect(409)
    .expect('Content-Type', /problem/);
  expect(refused.body).toMatchObject({ code: 'jar_full', free: 0 });
  jars.jars.hasRoom = true;
  await post(key, { coins: 100 }).expect(201);
  jars.jars.hasRoom = false;
  await post(key, { coins: 100 }).expect(201).expect('Idempotency-Replayed', 'true');
  expect(jars.jars.calls).toBe(2);
});

it.each<[string, object, string | undefined]>([
  ['another body', { coins: 4 }, undefined],
  ['another path', { coins: 3 }, `/jars/${randomUUID()}/coins`],
])('refuses a key that was used for %s', async (_what, body, to) => {
  const key = randomUUID();
  await post(key, { coins: 3 }).expect(201);
  const answer = await post(key, body, 'owner-1', to).expect(422);
  expect(answer.body).toMatchObject({ code: 'idempotency_key_reused', fields: [{ path: 'Idempotency-Key' }] });
  expect(jars.jars.calls).toBe(1);
});

it('keeps users apart', async () => {
  const key = randomUUID();
  await post(key, { coins: 3 }, 'owner-1').expect(201);
  await post(key, { coins: 4 }, 'owner-2').expect(201, { coins: 4 });
});

it('without the header each request counts', async () => {
  const send = () => supertest(jars.url).post(path).set(jars.bearer('owner-1')).send({ coins: 1 }).expect(201);
  await send();
  await send();
  expect(jars.jars.calls).toBe(2);
});

it('of many at once one does the work, the others hear that it is in progress or get its answer', async () => {
  jars.jars.fill = async (coins) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return coins;
  };
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(key, { coins: 3 })));
  expect(jars.jars.calls).toBe(1);
  expect(answers.filter(({ status, headers }) => status === 201 && !headers['idempotency-replayed'])).toHaveLength(1);
  const others = answers
    .filter(({ status }) => status !== 201)
    .map(({ status, body }) => [status, (body as { code: string }).code]);
  expect(others.every(([status, code]) => status === 409 && code === 'request_in_progress')).toBe(true);
});

it('gives the key back when nothing was decided: a fault, or "too fast"', async () => {
  const key = randomUUID();
  jars.jars.fill = async () => {
    throw new Error('broken');
  };
  await post(key, { coins: 3 }).expect(500);
  jars.jars.fill = async (coins) => coins;
  await post(key, { coins: 3 }).expect(201);

  const hasty = randomUUID();
  await post(hasty, { coins: 200 }).expect(429);
  await post(hasty, { coins: 200 }).expect(429);
  expect(jars.jars.calls).toBe(4);
});

it('a bad request does not use the key up', async () => {
  const key = randomUUID();
  await post(key, { coins: 0 }).expect(400);
  await post(key, { coins: 1 }).expect(201);
});

it.each(['', 'with space', 'x'.repeat(201)])('refuses the key %j', async (key) => {
  const answer = await post(key, { coins: 1 }).expect(400);
  expect(answer.body).toMatchObject({ fields: [{ path: 'Idempotency-Key' }] });
});

it('takes over what a dead process left behind after 30 s, and the dead one can keep nothing any more', async () => {
  const mongo = { connection, logger: createLogger({ service: 'kit', level: 'silent' }), stop: async () => undefined };
  const store = await createIdempotencyStore(mongo, { nowMs: () => nowMs });
  const request = { scope: 'u post /x', key: randomUUID(), requestHash: requestHash({ a: 1 }) };
  const dead = await store.begin(request);
  nowMs += 29_000;
  expect(await store.begin(request)).toEqual({ outcome: 'in_progress' });
  nowMs += 2_000;
  const [one, other] = await Promise.all([store.begin(request), store.begin(request)]);
  expect([one.outcome, other.outcome].sort()).toEqual(['in_progress', 'started']);
  const heir = one.outcome === 'started' ? one : other;
  if (dead.outcome !== 'started' || heir.outcome !== 'started') throw new Error('both must have been started');
  await dead.keep({ status: 201, body: 'late' });
  await dead.release();
  await heir.keep({ status: 201, body: 'heir' });
  expect(await store.begin(request)).toEqual({ outcome: 'done', answer: { status: 201, body: 'heir' } });
});

it('keeps no key for a request that could not begin because the answer of the insert was lost', async () => {
  const keys = connection.collection('idempotency_keys');
  let isLost = true;
  const lossy = Object.assign(Object.create(keys) as typeof keys, {
    async insertOne(document: object) {
      const result = await keys.insertOne(document);
      if (isLost) throw new Error('the connection closed');
      return result;
    },
  });
  const flaky = { collection: () => lossy } as unknown as Connection;
  const store = await createIdempotencyStore({
    connection: flaky,
    logger: createLogger({ service: 'kit', level: 'silent' }),
    stop: async () => undefined,
  });
  const request = { scope: 'u post /x', key: randomUUID(), requestHash: requestHash({ a: 1 }) };
  await expect(store.begin(request)).rejects.toThrow('the connection closed');
  isLost = false;
  expect(await store.begin(request)).toMatchObject({ outcome: 'started' });
  expect(await store.begin(request)).toEqual({ outcome: 'in_progress' });
});

it('forgets keys after a day', async () => {
  const indexes = await connection.collection('idempotency_keys').indexes();
  expect(indexes).toContainEqual(expect.objectContaining({ key: { startedAt: 1 }, expireAfterSeconds: 86_400 }));
});

it('hashes by meaning', () => {
  expect(requestHash({ a: [1, { b: 2, c: 3 }] })).toBe(requestHash({ a: [1, { c: 3, b: 2 }] }));
  expect(requestHash([1, 2])).not.toBe(requestHash([2, 1]));
  expect(requestHash({ a: '1' })).not.toBe(requestHash({ a: 1 }));
});

it('a route that is idempotent needs a store and a user', async () => {
  await expect(serveJars({ idempotency: undefined })).rejects.toThrow(/store/);
});
