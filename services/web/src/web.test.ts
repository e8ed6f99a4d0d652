import { connect, type Socket } from 'node:net';
import request from 'supertest';
import { AWAY, startOrigin, startUpstream, type Upstream } from './testing/start-origin';

describe('the public origin', () => {
  let upstream: Upstream;
  let web: { url: string; operationsUrl: string; stop(): Promise<void> };

  beforeAll(async () => {
    upstream = await startUpstream((req, body) => ({
      status: 200,
      headers: { 'set-cookie': 'daka_refresh=x; HttpOnly' },
      body: { method: req.method, url: req.url, body, forwarded: req.headers['x-forwarded-host'] },
    }));
    const there = upstream.url;
    web = await startOrigin({ MEMBERSHIP_URL: there, PAYMENT_URL: there, HOMEWORK_URL: there, CHECKIN_URL: AWAY });
  });

  afterAll(async () => {
    await web.stop();
    await upstream.stop();
  });

  it('forwards path, query, method and body below the prefix, and cookies back', async () => {
    const answer = await request(web.url).post('/api/payment/enrolments/1/checkout?a=b').send({ hello: 'there' });
    expect(answer.body).toMatchObject({ method: 'POST', url: '/enrolments/1/checkout?a=b', body: '{"hello":"there"}' });
    expect(answer.headers['set-cookie']).toEqual(['daka_refresh=x; HttpOnly']);
  });

  it('forwards a body without a length, and bytes as they are', async () => {
    const bytes = Buffer.from('{"a":"\\u00e9 打卡"}');
    const answer = await fetch(`${web.url}/api/payment/webhooks/stripe`, {
      method: 'POST',
      body: new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    expect(await answer.json()).toMatchObject({ body: bytes.toString() });
  });

  it('answers others at once while 300 slow senders are at work', async () => {
    const { hostname, port } = new URL(web.url);
    const slow = await Promise.all(
      Array.from(
        { length: 300 },
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(Number(port), hostname, () => {
              socket.write(
                'POST /api/payment/webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
              );
              resolve(socket);
            });
          }),
      ),
    );
    const answer = await request(web.url).post('/api/payment/webhooks/stripe').send({ hello: 'there' }).timeout(5_000);
    expect(answer.status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('takes no body beyond every bound', async () => {
    const answer = await request(web.url)
      .post('/api/payment/webhooks/stripe')
      .set('content-type', 'application/json')
      .send('a'.repeat(1_100_000))
      .catch((error: { response?: request.Response }) => error.response);
    // Who still sends may see the connection end before the answer.
    expect([413, undefined]).toContain(answer?.status);
    expect((await fetch(`${web.url}/docs/`)).status).toBe(200);
  });

  it('answers 503 as a problem when a service is away', async () => {
    const answer = await request(web.url).get('/api/checkin/enrolments/1/calendar');
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'unavailable', status: 503 });
  });

  it.each([
    '/api/payment/metrics',
    '/api/payment/statusz',
    '/api/payment/readyz',
    '/api/payment/METRICS',
    '/api/payment//metrics',
    '/api//payment/metrics',
    '/api/payment/enrolments/..%2f..%2fmetrics/statement',
    '//metrics',
    '/STATUSZ',
    '/nowhere',
    '/api/other/x',
    '/api/metrics',
    '/api/statusz',
    '/livez',
    '/readyz',
    '/statusz',
    '/metrics',
  ])('shows nothing at %s', async (path) => {
    const answer = await request(web.url).get(path);
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'not_found' });
  });

  it('shows the API reference without help from other hosts', async () => {
    const page = await request(web.url).get('/docs/');
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => String(file));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect((await request(web.url).get(file)).status).toBe(200);
    expect((await request(web.url).get('/docs/start.js')).text).toContain('/api/membership/openapi.json');
  });

  it('is not ready while a service is away', async () => {
    expect((await request(web.operationsUrl).get('/readyz').expect(503)).body).toEqual({
      ready: false,
      parts: { membership: true, payment: true, homework: true, checkin: false },
    });
    await request(web.operationsUrl).get('/livez').expect(200, { live: true });
  });

  it('counts what it answers, for operators, on a port of their own that shows nothing else', async () => {
    await request(web.url).get('/api/clock').expect(200);
    const { text } = await request(web.operationsUrl).get('/metrics').expect(200);
    expect(text).toMatch(/daka_http_request_seconds_count\{route="GET \/clock",status="200"\} \d/);
    for (const path of ['/', '/docs/', '/api/clock', '/api/payment/openapi.json'])
      await request(web.operationsUrl).get(path).expect(404);
  });
});
