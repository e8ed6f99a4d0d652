import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { startWeb } from './app';

describe('the public origin', () => {
  let upstream: Server;
  let web: { url: string; stop(): Promise<void> };

  beforeAll(async () => {
    upstream = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        res.setHeader('Content-Type', 'application/json');
        res.setHeader('Set-Cookie', 'daka_refresh=x; HttpOnly');
        res.end(JSON.stringify({ method: req.method, url: req.url, body: Buffer.concat(chunks).toString(), forwarded: req.headers['x-forwarded-host'] }));
      });
    });
    await new Promise<void>((resolve) => void upstream.listen(0, '127.0.0.1', resolve));
    const there = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    const away = 'http://127.0.0.1:9';
    web = await startWeb({
      HOST: '', PORT: 0, NODE_ENV: 'test', LOG_LEVEL: 'silent', MEMBERSHIP_URL: there, PAYMENT_URL: there, HOMEWORK_URL: there, CHECKIN_URL: away,
    });
  });

  afterAll(async () => {
    await web.stop();
    await new Promise((resolve) => upstream.close(resolve));
  });

  it('forwards path, query, method and body below the prefix, and cookies back', async () => {
    const answer = await request(web.url).post('/api/payment/enrolments/1/checkout?a=b').send({ hello: 'there' });
    expect(answer.body).toMatchObject({ method: 'POST', url: '/enrolments/1/checkout?a=b', body: '{"hello":"there"}' });
    expect(answer.headers['set-cookie']).toEqual(['daka_refresh=x; HttpOnly']);
  });

  it('answers 503 as a problem when a service is away', async () => {
    const answer = await request(web.url).get('/api/checkin/enrolments/1/calendar');
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'unavailable', status: 503 });
  });

  it.each(['/api/payment/metrics', '/api/payment/statusz', '/api/payment/readyz', '/nowhere', '/api/other/x'])('shows nothing at %s', async (path) => {
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
    expect((await request(web.url).get('/readyz')).body).toEqual({
      ready: false, parts: { membership: true, payment: true, homework: true, checkin: false },
    });
  });
});
