import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { serveJars } from './app.fixture';

let jars: Awaited<ReturnType<typeof serveJars>>;
const path = `/jars/${randomUUID()}`;
const http = () => supertest(jars.url);
const fill = (body: string | object, userId = 'owner-1') =>
  http().post(`${path}/coins`).set(jars.bearer(userId)).send(body);

beforeAll(async () => {
  jars = await serveJars();
});
beforeEach(() => {
  jars.jars.fill = async (coins) => coins;
  jars.jars.calls = 0;
  jars.lines.length = 0;
});
afterAll(() => jars.stop());

describe('what is asked is read at the edge', () => {
  it('parses path, query and body', async () => {
    await http().get(`${path}?limit=7`).set(jars.bearer('learner-1')).expect(200, { coins: 7 });
    await fill({ coins: 3 }).expect(201, { coins: 3 });
    await http().delete(path).set(jars.bearer('owner-1')).expect(204, '');
    await http().post('/public').expect(200, { note: 'none', userId: null });
    await http().post('/raw').set('Content-Type', 'text/weird').send('\u0001x').expect(200, { hex: '0178' });
  });

  it.each<[string, object, string[]]>([
    ['a missing field', {}, ['coins']],
    ['a wrong type', { coins: '3' }, ['coins']],
    ['an unknown field', { coins: 3, colour: 'red' }, ['colour']],
    ['an unknown field further in', { coins: 3, from: { name: 'Ada', age: 3 } }, ['from.age']],
    ['several at once', { coins: 0, from: { name: '' } }, ['coins', 'from.name']],
    ['an array', [1], ['']],
  ])('names the field: %s', async (_what, body, paths) => {
    const answer = await fill(body)
      .expect(400)
      .expect('Content-Type', /^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: 'urn:daka:problem:invalid_request',
      status: 400,
      code: 'invalid_request',
      title: expect.any(String) as unknown,
    });
    expect((answer.body as { fields: { path: string }[] }).fields.map((field) => field.path)).toEqual(paths);
    expect(jars.jars.calls).toBe(0);
  });

  it('names the field in path and query', async () => {
    const inPath = await http().get('/jars/7').set(jars.bearer('owner-1')).expect(400);
    expect(inPath.body).toMatchObject({ fields: [{ path: 'jarId' }] });
    const inQuery = await http().get(`${path}?limit=7&limit=8&x=1`).set(jars.bearer('owner-1')).expect(400);
    expect(inQuery.body).toMatchObject({ fields: [{ path: 'limit' }, { path: 'x' }] });
    const broken = await http().get('/jars/%E0%A4%A').set(jars.bearer('owner-1')).expect(400);
    expect(broken.body).toMatchObject({ code: 'invalid_request', fields: [{ path: 'path' }] });
  });

  it.each<[string, number, string, string, string]>([
    ['malformed JSON', 400, 'invalid_request', 'application/json', '{"coins": 3'],
    ['JSON that is no object', 400, 'invalid_request', 'application/json', '"coins"'],
    [
      'a body too large',
      413,
      'too_large',
      'application/json',
      JSON.stringify({ coins: 1, from: { name: 'x'.repeat(300_000) } }),
    ],
    ['a form', 415, 'unsupported_media_type', 'application/x-www-form-urlencoded', 'coins=3'],
    ['text', 415, 'unsupported_media_type', 'text/plain', '{"coins": 3}'],
    ['another charset', 415, 'unsupported_media_type', 'application/json; charset=latin1', '{"coins": 3}'],
  ])('%s: %i', async (_what, status, code, type, body) => {
    const answer = await fill('').set('Content-Type', type).send(body);
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status, body: { code } });
    expect(jars.jars.calls).toBe(0);
    expect(jars.lines).toEqual([]);
  });

  it('a route may take less', async () => {
    await http().post('/raw').send('x'.repeat(11)).expect(413);
  });
});

describe('who may', () => {
  it.each([
    ['nobody', undefined, 401, 'not_signed_in'],
    ['a stranger', 'stranger', 404, 'not_found'],
    ['another role', 'learner-1', 403, 'not_allowed'],
    ['a role that waits', 'waiting-1', 403, 'second_factor_required'],
    ['the role', 'owner-1', 201, undefined],
  ])('%s: %s %i', async (_who, userId, status, code) => {
    const answer = await http()
      .post(`${path}/coins`)
      .set(userId ? jars.bearer(userId) : {})
      .send({ coins: 1 });
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([status, code]);
    expect(jars.jars.calls).toBe(status === 201 ? 1 : 0);
  });

  it('has what no waiting role takes away', async () => {
    await http().get(path).set(jars.bearer('waiting-1')).expect(403);
    await http().get(path).set(jars.bearer('waiting-learner-1')).expect(200);
  });

  it('learns nothing of the body it expects before', async () => {
    await http().post(`${path}/coins`).send('{').set('Content-Type', 'application/json').expect(401);
    await fill({ nonsense: 1 }, 'stranger').expect(404);
  });

  it.each(['Bearer nonsense', 'Bearer', 'Basic YTpi', 'Bearer a b'])('401 with Authorization: %s', (header) =>
    http().get('/jars/mine').set('Authorization', header).expect(401),
  );

  it('public: with and without a token, and with one that is over', async () => {
    await http().post('/public').set(jars.bearer('ada')).expect(200, { note: 'none', userId: 'ada' });
    await http().post('/public').set('Authorization', 'Bearer old').expect(200, { note: 'none', userId: null });
  });

  it('a literal path goes before a parameter, whatever the order of the list', () =>
    http().get('/jars/mine').set(jars.bearer('ada')).expect(200, { userId: 'ada' }));
});

it('sends no request back (TRACE)', async () => {
  await http().trace(path).expect(405);
});

it('404 and 405 are problems, 405 with Allow', async () => {
  const nowhere = await http()
    .get('/nowhere')
    .expect(404)
    .expect('Content-Type', /problem\+json/);
  expect(nowhere.body).toMatchObject({ code: 'not_found' });
  const wrong = await http().put(path).expect(405).expect('Allow', 'GET, HEAD, DELETE');
  expect(wrong.body).toMatchObject({ code: 'method_not_allowed' });
  await http().head(path).set(jars.bearer('owner-1')).expect(200);
});

it('who may not is a line of the log: the account, the route and the code, and nothing that was sent', async () => {
  await http()
    .post(`${path}/coins`)
    .set(jars.bearer('stranger-1'))
    .send({ coins: 1, from: { name: 'canary' } });
  await http()
    .post(`${path}/coins`)
    .set(jars.bearer('learner-1'))
    .send({ coins: 1, from: { name: 'canary' } });
  await fill({ coins: 1 });
  const lines = jars.lines.map((line) => JSON.parse(line) as object);
  const route = 'POST /jars/:jarId/coins';
  expect(lines).toEqual([
    expect.objectContaining({ level: 'info', account: 'stranger-1', route, code: 'not_found' }),
    expect.objectContaining({ level: 'info', account: 'learner-1', route, code: 'not_allowed' }),
  ]);
  expect(jars.lines.join('')).not.toMatch(/canary|eyJ/);
});

it('a refusal becomes its problem, with fields and more', async () => {
  const answer = await fill({ coins: 100 }).expect(409);
  expect(answer.body).toMatchObject({
    code: 'jar_full',
    detail: 'Nothing fits in.',
    fields: [{ path: 'coins' }],
    free: 0,
    title: 'Jar full',
  });
});

describe('what is thrown', () => {
  const canary = 'hunter2-canary';

  it('is a 500 without details, and an ERROR in the log without secrets', async () => {
    jars.jars.fill = async () => {
      throw new Error(`broken for ${canary}@example.org with password=${canary}`);
    };
    const answer = await fill({ coins: 1, from: { name: canary } })
      .set('Cookie', `daka_refresh=${canary}`)
      .set('X-Token', canary)
      .expect(500);
    expect(answer.body).toEqual({
      type: 'urn:daka:problem:internal',
      title: 'Internal',
      status: 500,
      code: 'internal',
      correlationId: answer.headers['x-correlation-id'],
    });
    expect(jars.lines).toHaveLength(1);
    expect(jars.lines[0]).toContain('"level":"error"');
    expect(jars.lines[0]).toContain(String(answer.headers['x-correlation-id']));
    expect(jars.lines[0]).not.toContain(canary);
    expect(jars.lines[0]).not.toContain('eyJ');
  });

  it('is a 503 with Retry-After when a server cannot be reached, and no ERROR', async () => {
    jars.jars.fill = async () => {
      throw new mongoose.mongo.MongoNetworkError('connection closed');
    };
    const answer = await fill({ coins: 1 }).expect(503).expect('Retry-After', /\d/);
    expect(answer.body).toMatchObject({ code: 'unavailable' });
    expect(jars.lines.join('')).not.toContain('"level":"error"');
  });

  it('is a 500 for an answer that breaks its schema, where answers are checked, and for a refusal that is not listed', async () => {
    const strict = await serveJars({ checkAnswers: true });
    strict.jars.fill = async () => 1.5;
    await supertest(strict.url).post(`${path}/coins`).set(strict.bearer('owner-1')).send({ coins: 1 }).expect(500);
    strict.jars.fill = async () => 2;
    await supertest(strict.url).post(`${path}/coins`).set(strict.bearer('owner-1')).send({ coins: 1 }).expect(201);
    await strict.stop();
  });
});

it('takes up the traceparent of the caller and begins one otherwise', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  jars.jars.traces.length = 0;
  await fill({ coins: 1 })
    .set('traceparent', traceparent)
    .expect('X-Correlation-Id', '0af7651916cd43dd8448eb211c80319c')
    .expect('traceparent', traceparent);
  const fresh = await fill({ coins: 1 }).set('traceparent', 'nonsense');
  expect(jars.jars.traces).toEqual([traceparent, fresh.headers.traceparent]);
  expect(fresh.headers['x-correlation-id']).toMatch(/^[0-9a-f]{32}$/);
});

it('sends headers that keep browsers careful, and no ETag', async () => {
  const { headers } = await http()
    .post('/public')
    .expect('X-Content-Type-Options', 'nosniff')
    .expect('Cache-Control', 'no-store');
  expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
  expect([headers.etag, headers['x-powered-by']]).toEqual([undefined, undefined]);
});

it('shows what it can be asked, and to nobody who may ask it how it fares', async () => {
  await http().get('/openapi.json').expect(200, { openapi: '3.1.0' });
  for (const path of ['/metrics', '/METRICS', '/livez', '/readyz', '/statusz', '/health', '/healthz'])
    await http().get(path).expect(404);
});

it('counts its answers by route and status', async () => {
  await fill({ coins: 1 });
  expect(await jars.metrics.metrics()).toMatch(
    /daka_http_request_seconds_count\{route="POST \/jars\/:jarId\/coins",status="201"\} \d/,
  );
});

it('lets a running request end before it stops, and takes no other', async () => {
  const draining = await serveJars();
  let finish = (_coins: number) => {};
  const begun = new Promise<void>((begin) => {
    draining.jars.fill = () => {
      begin();
      return new Promise<number>((resolve) => (finish = resolve));
    };
  });
  const request = supertest(draining.url)
    .post(`${path}/coins`)
    .set(draining.bearer('owner-1'))
    .send({ coins: 1 })
    .then(({ body }) => body as unknown);
  await begun;
  const stopped = draining.stop();
  await expect(fetch(`${draining.url}/openapi.json`)).rejects.toThrow('fetch failed');
  finish(9);
  expect(await request).toEqual({ coins: 9 });
  await stopped;
});
