import request from 'supertest';
import { AWAY, type Reply, startOrigin, startUpstream } from '../testing/start-origin';

/** A service that answers as it is told and remembers who asked. */
async function startRemembering(reply: Reply) {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  const upstream = await startUpstream((req) => {
    asked.push({ url: req.url, authorization: req.headers.authorization });
    return reply;
  });
  return { asked, ...upstream };
}

async function startParts(checkin: Reply | 'away', payment: Reply) {
  const [calendar, money] = await Promise.all([
    startRemembering(checkin === 'away' ? { status: 500, body: {} } : checkin),
    startRemembering(payment),
  ]);
  const origin = await startOrigin({
    MEMBERSHIP_URL: money.url,
    PAYMENT_URL: money.url,
    HOMEWORK_URL: money.url,
    CHECKIN_URL: checkin === 'away' ? AWAY : calendar.url,
  });
  return {
    url: origin.url,
    asked: [calendar.asked, money.asked],
    stop: () => Promise.all([origin.stop(), calendar.stop(), money.stop()]),
  };
}

let web: Awaited<ReturnType<typeof startParts>>;
afterEach(() => web.stop());

const PATH = '/api/export/enrolments/e1';

it("puts both halves into one file, each asked with the caller's own token", async () => {
  web = await startParts({ status: 200, body: { half: 'calendar' } }, { status: 200, body: { half: 'money' } });
  const answer = await request(web.url).get(PATH).set('authorization', 'Bearer mine');
  expect(answer.body).toEqual({ kind: 'daka.export.v1', calendar: { half: 'calendar' }, money: { half: 'money' } });
  expect(answer.headers).toMatchObject({
    'content-disposition': 'attachment; filename="daka-e1.json"',
    'cache-control': 'no-store',
  });
  const asked = { url: '/enrolments/e1/export', authorization: 'Bearer mine' };
  expect(web.asked).toEqual([[asked], [asked]]);
});

it.each([401, 403, 404, 409])(
  'hands on a refusal of %i as the service words it, and no half of a file',
  async (status) => {
    const refusal = { status, body: { code: 'no', status } };
    web = await startParts({ status: 200, body: { half: 'calendar' } }, refusal);
    const answer = await request(web.url).get(PATH);
    expect([answer.status, JSON.parse(answer.text), answer.headers['content-type']]).toEqual([
      status,
      refusal.body,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.headers['content-disposition']).toBeUndefined();
  },
);

it('is a problem when a service is away', async () => {
  web = await startParts('away', { status: 200, body: {} });
  const answer = await request(web.url).get(PATH);
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
    503,
    { code: 'unavailable', detail: expect.stringContaining('checkin') },
  ]);
});
