import { randomUUID } from 'node:crypto';
import { eventually } from '@daka/service-kit/testing';
import mongoose from 'mongoose';
import request from 'supertest';
import { AWAY, ORIGIN, startOrigin, startUpstream } from '../../testing/start-origin';

const account = {
  id: '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a01',
  email: 'mei@example.org',
  displayName: 'Mei',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
  emailProven: true,
};
const body = { email: 'mei@example.org', password: 'correct horse' };

/** Membership as a browser meets it: each refresh token works once, and one that comes again ends the session. */
async function startMembership({ ttlSeconds = 600 } = {}) {
  const state = {
    count: 0,
    current: '',
    revoked: false,
    refreshes: 0,
    away: false,
    delayMs: 0,
    ttlSeconds,
    seen: [] as unknown[],
    /** Sign-ins that were ended at membership, which each token names after its number. */
    ended: [] as string[],
    onSeen: () => {},
  };
  const grant = () => {
    state.current = `refresh-${(state.count += 1)}`;
    return {
      status: 201,
      headers: { 'set-cookie': `daka_refresh=${state.current}; Max-Age=86400; Path=/; HttpOnly` },
      body: { accessToken: tokenOf(state.count), expiresInSeconds: state.ttlSeconds, account },
    };
  };
  const problem = (status: number, code: string) => ({ status, body: { type: 'x', title: code, status, code } });
  const upstream = await startUpstream(async (req, text) => {
    if (req.url === '/sessions' && req.method === 'POST')
      return (JSON.parse(text) as typeof body).password === body.password ? grant() : problem(401, 'wrong_credentials');
    if (req.url === '/sessions/refresh') {
      await new Promise((resolve) => setTimeout(resolve, state.delayMs));
      if (state.away) return problem(503, 'unavailable');
      state.refreshes += 1;
      if (state.revoked || req.headers.cookie !== `daka_refresh=${state.current}`) state.revoked = true;
      return state.revoked ? problem(401, 'session_revoked') : grant();
    }
    if (req.url?.startsWith('/sessions/revoked'))
      return { status: 200, body: { items: state.ended, asOfMs: Date.now() } };
    if (req.url === '/sessions/current') {
      state.revoked = true;
      return { status: 204 };
    }
    state.seen.push(req.headers);
    state.onSeen();
    return {
      status: 200,
      body: { authorization: req.headers.authorization ?? null, cookie: req.headers.cookie ?? null },
    };
  });
  return { ...upstream, state };
}

/** Nobody looks at its signature here. */
const tokenOf = (count: number) =>
  `access-${count}.${Buffer.from(JSON.stringify({ exp: 2_000_000_000, sid: `sign-in-${count}` })).toString('base64url')}.x`;

type Membership = Awaited<ReturnType<typeof startMembership>>;
let membership: Membership;
let origins: Awaited<ReturnType<typeof startOrigin>>[];
const db = () => origins[0]?.db ?? '';

async function start(options: { ttlSeconds?: number; instances?: number; origin?: string } = {}) {
  membership = await startMembership(options);
  const MONGO_DB = `t_${randomUUID().slice(0, 8)}_web`;
  const config = {
    MONGO_DB,
    MEMBERSHIP_URL: membership.url,
    JWKS_URL: `${membership.url}/.well-known/jwks.json`,
    PUBLIC_ORIGIN: options.origin ?? ORIGIN,
  };
  origins = await Promise.all(Array.from({ length: options.instances ?? 1 }, () => startOrigin(config)));
  return origins.map(({ url }) => url);
}
afterEach(async () => {
  for (const origin of origins) await origin.stop();
  await membership.stop();
});

const signIn = (url: string, origin = ORIGIN) => request(url).post('/api/session').set('Origin', origin).send(body);
async function signedIn(url: string): Promise<string> {
  const answer = await signIn(url).expect(201);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}
const ask = (url: string, cookie: string) => request(url).get('/api/membership/accounts/me').set('Cookie', cookie);
const tokensIn = (answer: { text: string; headers: object }) =>
  /access-\d|refresh-\d/.test(answer.text + JSON.stringify(answer.headers));

it('gives the browser one cookie and no token, and lets the cookie stand for the access token', async () => {
  const [url = ''] = await start();
  const answer = await signIn(url).expect(201);
  expect(answer.body).toEqual({ account });
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^daka=[\w-]{43}; Max-Age=86400; Path=\/; .*HttpOnly; SameSite=Lax$/),
  ]);
  expect(tokensIn(answer)).toBe(false);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const seen = await ask(url, `theme=dark; ${cookie}`).expect(200);
  expect(seen.body).toEqual({ authorization: `Bearer ${tokenOf(1)}`, cookie: 'theme=dark' });
});

it('binds the cookie to this host where browsers reach us by https', async () => {
  const origin = 'https://daka.example';
  const [url = ''] = await start({ origin });
  const { headers } = await signIn(url, origin).expect(201);
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-daka=[\w-]{43}; Max-Age=86400; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/),
  ]);
});

it('hands on why a sign-in was refused, and sets no cookie', async () => {
  const [url = ''] = await start();
  const answer = await request(url)
    .post('/api/session')
    .set('Origin', ORIGIN)
    .send({ ...body, password: 'wrong' });
  expect([answer.status, JSON.parse(answer.text).code, answer.headers['set-cookie']]).toEqual([
    401,
    'wrong_credentials',
    undefined,
  ]);
});

it.each([
  ['another site', 'https://evil.example'],
  ['no page', undefined],
  ['a null origin', 'null'],
])('takes no write from %s: no sign-in, no sign-out, no act with the cookie', async (_who, origin) => {
  const [url = ''] = await start();
  const cookie = await signedIn(url);
  const from = (test: request.Test) => (origin === undefined ? test : test.set('Origin', origin));
  const acts = [
    from(request(url).post('/api/session')).send(body),
    from(request(url).delete('/api/session')).set('Cookie', cookie),
    from(request(url).post('/api/membership/organisations')).set('Cookie', cookie).send({ name: 'x' }),
  ];
  for (const act of acts) {
    const answer = await act;
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([403, 'foreign_origin']);
  }
  expect(membership.state.seen).toEqual([]);
  await ask(url, cookie).expect(200);
});

it('leaves who brings a token of their own alone', async () => {
  const [url = ''] = await start();
  const cookie = await signedIn(url);
  const answer = await request(url)
    .post('/api/membership/organisations')
    .set('Authorization', 'Bearer mine')
    .set('Cookie', cookie)
    .send({});
  expect(answer.body).toEqual({ authorization: 'Bearer mine', cookie: null });
});

it('refreshes once, however many tabs and instances ask at the same moment', async () => {
  const urls = await start({ ttlSeconds: 30, instances: 3 });
  const cookie = await signedIn(urls[0] ?? '');
  membership.state.delayMs = 100;
  membership.state.ttlSeconds = 600; // or the new token would itself be due for renewal, to whoever comes late
  const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => ask(urls[n % 3] ?? '', cookie)));
  expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(200));
  expect(membership.state).toMatchObject({ refreshes: 1, revoked: false });
  expect(answers.every(({ body: { authorization } }) => /^Bearer access-[12]\./.test(authorization))).toBe(true);
});

it('waits for the one who refreshes where the token is over', async () => {
  const urls = await start({ ttlSeconds: 1, instances: 2 });
  const cookie = await signedIn(urls[0] ?? '');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  membership.state.delayMs = 150;
  membership.state.ttlSeconds = 600;
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(urls[n % 2] ?? '', cookie)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(membership.state.revoked).toBe(false);
});

it('does not sign anybody out because membership is away', async () => {
  const [url = ''] = await start({ ttlSeconds: 30 });
  const cookie = await signedIn(url);
  membership.state.away = true;
  const answer = await ask(url, cookie);
  expect([answer.status, answer.headers['set-cookie']]).toEqual([503, undefined]);
  membership.state.away = false;
  await ask(url, cookie).expect(200);
});

it('ends with the session: the cookie is cleared and stands for nothing', async () => {
  const [url = ''] = await start({ ttlSeconds: 30 });
  const cookie = await signedIn(url);
  membership.state.revoked = true;
  const answer = await ask(url, cookie).expect(200);
  expect(answer.body).toMatchObject({ authorization: null });
  expect(String(answer.headers['set-cookie'])).toMatch(/^daka=;.*Expires=Thu, 01 Jan 1970/);
});

it('signs out here and at membership, a second time too', async () => {
  const [url = ''] = await start();
  const cookie = await signedIn(url);
  const leave = () => request(url).delete('/api/session').set('Origin', ORIGIN).set('Cookie', cookie);
  await leave().expect(204);
  expect(membership.state.revoked).toBe(true);
  expect((await ask(url, cookie)).body).toMatchObject({ authorization: null });
  await leave().expect(204);
});

it('keeps nothing in the database that could be used without the cookie', async () => {
  const [url = ''] = await start();
  const cookie = await signedIn(url);
  const connection = await mongoose.createConnection(process.env['MONGO_URL'] ?? '', { dbName: db() }).asPromise();
  const stored = JSON.stringify(await connection.collection('browser_sessions').find().toArray());
  await connection.close();
  expect(stored).toContain('sealed');
  expect(stored).not.toMatch(/access-|refresh-/);
  expect(stored).not.toContain(cookie.split('=')[1]);
});

it('notes for all instances when a browser began to write, before the write is passed on, and no read', async () => {
  const [url = ''] = await start();
  const cookie = await signedIn(url);
  const connection = await mongoose.createConnection(process.env['MONGO_URL'] ?? '', { dbName: db() }).asPromise();
  const wroteAt = async () => (await connection.collection('browser_sessions').findOne())?.['wroteAtMs'];
  await ask(url, cookie).expect(200);
  expect(await wroteAt()).toBe(0);
  const beforeMs = Date.now();
  const noted = new Promise((resolve) => (membership.state.onSeen = () => resolve(wroteAt())));
  const write = request(url).patch('/api/membership/accounts/me').set('Origin', ORIGIN).set('Cookie', cookie);
  await write.send({ locale: 'en' }).expect(200);
  expect(await noted).toBeGreaterThanOrEqual(beforeMs);
  await connection.close();
});

it.each(['', 'daka=x', `daka=${'a'.repeat(43)}`, 'daka'])('takes %j for no sign-in', async (cookie) => {
  const [url = ''] = await start();
  expect((await ask(url, cookie)).body).toMatchObject({ authorization: null });
});

it('answers 503 where membership cannot be reached to sign in', async () => {
  await start();
  const lonely = await startOrigin({ MEMBERSHIP_URL: AWAY });
  const answer = await signIn(lonely.url);
  await lonely.stop();
  expect(answer.status).toBe(503);
});

it('lets a browser in no more a second after its sign-in was ended elsewhere, and takes its cookie back', async () => {
  const [url = '', other = ''] = await start({ instances: 2 });
  const [phone, laptop] = [await signedIn(url), await signedIn(url)];
  for (const instance of [url, other])
    for (const cookie of [phone, laptop])
      expect((await ask(instance, cookie)).body.authorization).toMatch(/^Bearer access/);
  membership.state.ended.push('sign-in-1');
  await eventually(async () => (await ask(url, phone)).body.authorization === null);
  const after = await ask(other, phone);
  expect(after.body.authorization).toBeNull();
  expect((await ask(other, laptop)).body.authorization).toBe(`Bearer ${tokenOf(2)}`);
});
