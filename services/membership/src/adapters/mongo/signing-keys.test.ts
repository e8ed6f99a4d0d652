import { randomBytes, randomUUID } from 'node:crypto';
import {
  connectMongo,
  createLogger,
  createSealing,
  createSigningKey,
  createTokenVerifier,
  type MongoConnection,
} from '@daka/service-kit';
import { createAccessTokens } from '../tokens/access-tokens';
import { addKey, createSigningKeys } from './signing-keys';

const DAY_MS = 86_400_000;
const sealing = createSealing(randomBytes(32));
let mongo: MongoConnection;
let nowMs: number;
const wallClock = { nowMs: () => nowMs };

beforeAll(async () => {
  mongo = await connectMongo({
    url: process.env['MONGO_URL'] ?? '',
    db: `t_${randomUUID().slice(0, 8)}_keys`,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});
beforeEach(async () => {
  nowMs = Date.now();
  await stored().deleteMany({});
});

const stored = () => mongo.connection.collection('signing_keys');
const membership = (under = sealing) =>
  createSigningKeys(mongo, { sealing: under, wallClock, rotateAfterMs: 30 * DAY_MS });
const idsOf = async (keys: ReturnType<typeof membership>) => (await keys.publicJwks()).map(({ kid }) => kid);

it('signs with one key in every process, and every process verifies it', async () => {
  const [one, other] = [membership(), membership()];
  const tokens = createAccessTokens(one, wallClock, 600);
  const { accessToken: token } = await tokens.sign(
    { accountId: 'ada', id: 'first-sign-in', expiresAtMs: nowMs + 900_000 },
    [],
  );
  expect((await other.signing()).kid).toBe((await one.signing()).kid);
  const verifier = createTokenVerifier({ keys: async () => other.publicJwks() });
  expect(await verifier.verify(token)).toEqual({ id: 'ada', sessionId: 'first-sign-in' });
});

it('stores no private key in the clear', async () => {
  const { privateKeyPem } = await membership().signing();
  const text = JSON.stringify(await stored().find().toArray());
  expect(text).not.toContain('PRIVATE');
  expect(text).not.toContain(privateKeyPem.split('\n')[1]);
});

it('signs with a new key after its days, and verifies the former until its last token is over', async () => {
  const keys = membership();
  const former = (await keys.signing()).kid;
  nowMs += 30 * DAY_MS;
  const { kid } = await keys.signing();
  expect(kid).not.toBe(former);
  expect(await idsOf(keys)).toEqual([kid, former]);
  nowMs += 3_600_000; // the longest token of the last moment
  expect(await idsOf(keys)).toEqual([kid, former]);
  nowMs += 3_600_000;
  expect(await idsOf(keys)).toEqual([kid]);
  expect(await stored().countDocuments()).toBe(1);
});

it('follows a key that was made by hand within half a minute, and shows it at once to who asks', async () => {
  const keys = membership();
  const former = (await keys.signing()).kid;
  nowMs += 1_000;
  const kid = await addKey(mongo, { sealing, wallClock });
  expect((await keys.signing()).kid).toBe(former);
  expect(await idsOf(keys)).toEqual([kid, former]);
  nowMs += 30_000;
  expect((await keys.signing()).kid).toBe(kid);
});

it('signs with a key of its own where it cannot open the others', async () => {
  const { kid } = await membership().signing();
  nowMs += 1;
  const stranger = membership(createSealing(randomBytes(32)));
  expect((await stranger.signing()).kid).not.toBe(kid);
  expect(await idsOf(stranger)).toHaveLength(2);
});

it('lets the key that an earlier release kept in the clear sign and verify no more', async () => {
  const old = createSigningKey();
  await stored().insertOne({ _id: 'current', ...old } as object);
  expect(await idsOf(membership())).not.toContain(old.kid);
  expect(JSON.stringify(await stored().find().toArray())).not.toContain('PRIVATE');
});
