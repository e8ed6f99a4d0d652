import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topic } from '@daka/contracts';
import { createSigningKey, kafkaAccessSettings, loadConfig, signAccessToken } from '@daka/service-kit';
import { eventually, testEnvironment, type TestEnvironment } from '@daka/service-kit/testing';
import request from 'supertest';
import { startOrigin, startUpstream, type Upstream } from '../../testing/start-origin';

const key = createSigningKey();
const bearer = (sub: string, sid?: string) =>
  `Bearer ${signAccessToken({ ...key, sub, ttlSeconds: 3_600, ...(sid !== undefined && { sid }) })}`;
/** Sign-ins that were ended, as membership tells them. */
const ended: string[] = [];
const learner = randomUUID();
const enrolmentId = randomUUID();
const example = (type: string): object =>
  (
    JSON.parse(readFileSync(join(__dirname, '../../../../../packages/contracts/examples', `${type}.json`), 'utf8')) as {
      data: object;
    }
  ).data;

let env: TestEnvironment;
let membership: Upstream;
let origins: Awaited<ReturnType<typeof startOrigin>>[];

/** Membership shows an enrolment to its learner and to staff. */
beforeAll(async () => {
  env = await testEnvironment({ service: 'web' });
  membership = await startUpstream((req) =>
    req.url === '/.well-known/jwks.json'
      ? { status: 200, body: { keys: [key.publicJwk] } }
      : req.url?.startsWith('/sessions/revoked')
        ? { status: 200, body: { items: ended, asOfMs: Date.now() } }
        : req.url === `/enrolments/${enrolmentId}`
          ? { status: 200, body: enrolment }
          : { status: 404, body: { type: 'x', title: 'not found', status: 404, code: 'not_found' } },
  );
  const { KAFKA_BROKERS, TOPIC_PREFIX, MONGO_DB } = env.config;
  const config = {
    ...loadConfig(kafkaAccessSettings, process.env),
    KAFKA_BROKERS: KAFKA_BROKERS.join(','),
    TOPIC_PREFIX,
    MONGO_DB,
    MEMBERSHIP_URL: membership.url,
    JWKS_URL: `${membership.url}/.well-known/jwks.json`,
  };
  origins = [await startOrigin(config), await startOrigin(config)];
}, 60_000);
afterAll(async () => {
  for (const origin of origins) await origin.stop();
  await membership.stop();
  await env.stop();
});

const enrolment = {
  id: enrolmentId,
  cohortId: randomUUID(),
  learnerId: learner,
  status: 'admitted',
  memberNumber: 7,
  group: 1,
  timeZone: '+08:00',
  policyVersion: 1,
  rulesVersion: 1,
  appliedAt: '2026-03-01T09:00:00.000Z',
  holdExpiresAt: null,
  holdLapsedAt: null,
  waitingPosition: null,
  joinsLate: null,
  removedOn: null,
  ended: null,
  price: { currency: 'CNY', entryFeeMinor: 0, depositMinor: 0 },
};

const say = (topic: Topic, type: string, more: object = {}) =>
  env.publish(topic, enrolmentId, type, { ...example(type), enrolmentId, ...more });

interface Told {
  id: number;
  news: Record<string, unknown>;
}

/** A page of the learner's; `told` is what it heard. */
async function openPage(
  instance: number,
  { after, query = '', signIn }: { after?: number; query?: string; signIn?: string } = {},
) {
  const closing = new AbortController();
  const headers: Record<string, string> = { authorization: bearer(learner, signIn) };
  if (after !== undefined) headers['last-event-id'] = String(after);
  const answer = await fetch(`${origins[instance]?.url}/api/enrolments/${enrolmentId}/events${query}`, {
    headers,
    signal: closing.signal,
  });
  const told: Told[] = [];
  const page = { answer, told, isOver: false, close: () => closing.abort() };
  const read = async () => {
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString();
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(frame) ?? [];
        if (id !== undefined && data !== undefined) told.push({ id: Number(id), news: JSON.parse(data) });
      }
    }
    page.isOver = true;
  };
  void read().catch(() => undefined); // closed by ourselves
  return page;
}

const heard = ({ told }: { told: readonly Told[] }) => told.map(({ news }) => `${news['kind']} ${news['what']}`);

it('tells the pages of all instances the same, numbered, and goes on where one left off', async () => {
  const here = await openPage(0);
  const there = await openPage(1);
  expect(here.answer.headers.get('content-type')).toContain('text/event-stream');
  expect(here.answer.headers.get('cache-control')).toBe('no-store, no-transform');

  await say('membership.enrolment', 'membership.enrolment-applied.v1');
  await say('membership.enrolment', 'membership.enrolment-seat-held.v1');
  await say('payment.enrolment', 'payment.received.v1');
  await eventually(() => here.told.length === 2 && there.told.length === 2, { timeoutMs: 20_000 });
  expect(heard(here).toSorted()).toEqual(['payment received', 'seat held']);
  expect(there.told).toEqual(here.told);
  expect(here.told.map(({ id }) => id)).toEqual([1, 2]);
  there.close();

  await say('membership.enrolment', 'membership.enrolment-admitted.v1');
  await eventually(() => here.told.length === 3, { timeoutMs: 20_000 });
  const back = await openPage(1, { after: 2 });
  const anew = await openPage(1, { query: '?after=1' });
  await eventually(() => back.told.length === 1 && anew.told.length === 2);
  expect(heard(back)).toEqual(['admission admitted']);
  for (const page of [here, back, anew]) page.close();
}, 60_000);

it('says ids, days and figures, and nothing that anybody wrote', async () => {
  const page = await openPage(0);
  await say('checkin.enrolment', 'checkin.entry-accepted.v1', { day: '2026-03-02' });
  await say('checkin.enrolment', 'checkin.entry-rejected.v1', { reason: 'copied from elsewhere' });
  await say('checkin.enrolment', 'checkin.appeal-opened.v1', { reason: 'it is my own' });
  await say('homework.enrolment', 'homework.reviewed.v1');
  await eventually(() => page.told.length === 4, { timeoutMs: 20_000 });
  expect(heard(page).toSorted()).toEqual(
    ['entry accepted', 'entry rejected', 'entry appealed', 'feedback reviewed'].toSorted(),
  );
  expect(JSON.stringify(page.told)).not.toMatch(/copied|my own|Bearer|rejectedBy/);
  page.close();
}, 60_000);

it('is for the learner alone', async () => {
  const url = origins[0]?.url ?? '';
  const path = `/api/enrolments/${enrolmentId}/events`;
  const as = (who: string | null) =>
    request(url)
      .get(path)
      .set(who === null ? {} : { Authorization: bearer(who) });
  expect((await as(null)).status).toBe(401);
  expect((await as(randomUUID())).status).toBe(404);
  const other = await request(url).get(`/api/enrolments/${randomUUID()}/events`).set('Authorization', bearer(learner));
  expect(other.status).toBe(404);
  const odd = await request(url).get(`${path}?after=x`).set('Authorization', bearer(learner));
  expect([odd.status, JSON.parse(odd.text).fields]).toEqual([400, [expect.objectContaining({ path: 'after' })]]);
});

it('holds four streams of one learner, no more, and forgets those that are gone', async () => {
  const pages = [await openPage(0), await openPage(0), await openPage(0), await openPage(0)];
  const fifth = await openPage(0);
  expect(fifth.answer.status).toBe(429);
  for (const page of pages) page.close();
  await eventually(async () => {
    const page = await openPage(0);
    page.close();
    return page.answer.status === 200;
  });
});

it('ends the pages of a sign-in that was ended elsewhere, and no others', async () => {
  const [phone, laptop] = [await openPage(0, { signIn: 'phone' }), await openPage(0, { signIn: 'laptop' })];
  expect([phone.answer.status, laptop.answer.status]).toEqual([200, 200]);
  ended.push('phone');
  await eventually(() => phone.isOver, { timeoutMs: 40_000 });
  expect(laptop.isOver).toBe(false);
  expect((await openPage(0, { signIn: 'phone' })).answer.status).toBe(401);
  laptop.close();
}, 60_000);

it('says that nothing is told live where nobody follows Kafka', async () => {
  const lonely = await startOrigin({
    MEMBERSHIP_URL: membership.url,
    JWKS_URL: `${membership.url}/.well-known/jwks.json`,
  });
  const answer = await request(lonely.url)
    .get(`/api/enrolments/${enrolmentId}/events`)
    .set('Authorization', bearer(learner));
  await lonely.stop();
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([503, 'unavailable']);
});
