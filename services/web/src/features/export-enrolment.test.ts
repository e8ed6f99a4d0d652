import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { startWeb } from '../app';

type Reply = { status: number; body: object };

/** A service that answers as it is told and remembers who asked. */
async function startUpstream(reply: () => Reply) {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  const server = createServer((req, res) => {
    asked.push({ url: req.url, authorization: req.headers.authorization });
    const { status, body } = reply();
    res.writeHead(status, { 'content-type': status < 300 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function startParts(checkin: Reply | 'away', payment: Reply) {
  const [calendar, money] = await Promise.all([startUpstream(() => (checkin === 'away' ? { status: 500, body: {} } : checkin)), startUpstream(() => payment)]);
  const web = await startWeb({
    HOST: '', PORT: 0, NODE_ENV: 'test', LOG_LEVEL: 'silent', MEMBERSHIP_URL: money.url, PAYMENT_URL: money.url, HOMEWORK_URL: money.url,
    CHECKIN_URL: checkin === 'away' ? 'http://127.0.0.1:9' : calendar.url,
  });
  return { url: web.url, asked: [calendar.asked, money.asked], stop: () => Promise.all([web.stop(), calendar.stop(), money.stop()]) };
}

let web: Awaited<ReturnType<typeof startParts>>;
afterEach(() => web.stop());

const PATH = '/api/export/enrolments/e1';

it('puts both halves into one file, each asked with the caller\'s own token', async () => {
  web = await startParts({ status: 200, body: { half: 'calendar' } }, { status: 200, body: { half: 'money' } });
  const answer = await request(web.url).get(PATH).set('authorization', 'Bearer mine');
  expect(answer.body).toEqual({ kind: 'daka.export.v1', calendar: { half: 'calendar' }, money: { half: 'money' } });
  expect(answer.headers).toMatchObject({ 'content-disposition': 'attachment; filename="daka-e1.json"', 'cache-control': 'no-store' });
  const asked = { url: '/enrolments/e1/export', authorization: 'Bearer mine' };
  expect(web.asked).toEqual([[asked], [asked]]);
});

it.each([401, 403, 404, 409])('hands on a refusal of %i as the service words it, and no half of a file', async (status) => {
  const refusal = { status, body: { code: 'no', status } };
  web = await startParts({ status: 200, body: { half: 'calendar' } }, refusal);
  const answer = await request(web.url).get(PATH);
  expect([answer.status, JSON.parse(answer.text), answer.headers['content-type']]).toEqual([status, refusal.body, expect.stringContaining('application/problem+json')]);
  expect(answer.headers['content-disposition']).toBeUndefined();
});

it('is a problem when a service is away', async () => {
  web = await startParts('away', { status: 200, body: {} });
  const answer = await request(web.url).get(PATH);
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([503, { code: 'unavailable', detail: expect.stringContaining('checkin') }]);
});
