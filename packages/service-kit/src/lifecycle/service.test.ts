import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isRefused, type Outbound, type Received, refuse } from '@daka/contracts';
import supertest from 'supertest';
import { z } from 'zod';
import { refusals, route } from '../http';
import { createAggregateStore, type AggregateStore } from '../documents';
import { eventually, testEnvironment, type TestEnvironment } from '../testing';
import { startBase, startService, type RunningService } from './service';

const TOPIC = 'homework.enrolment';
const TYPE = 'homework.submitted.v1';
const example = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../../../contracts/examples', `${TYPE}.json`), 'utf8'),
) as Extract<Outbound, { type: typeof TYPE }>;

type Jar = { coins: number };
type JarEvent = { type: 'filled'; coins: number };
interface Ports {
  jars: Pick<AggregateStore<Jar, JarEvent>, 'change'>;
}

const fillRoute = route<Ports>()({
  method: 'post',
  path: '/jars/:jarId/coins',
  summary: 'Fill a jar',
  access: ['owner'],
  idempotent: true,
  params: z.strictObject({ jarId: z.uuid() }),
  body: z.strictObject({ coins: z.int() }),
  answers: { 201: z.object({ coins: z.int() }), 409: refusals('jar_full') },
  async handle({ params, body }, { jars }) {
    const filled = await jars.change(params.jarId, () =>
      body.coins > 9 ? refuse('jar_full') : [{ type: 'filled', coins: body.coins }],
    );
    return isRefused(filled) ? filled : { coins: filled.state.coins };
  },
});

let env: TestEnvironment;
let service: RunningService;
const followed: string[] = [];
let rounds = 0;

const follow = async ({ subject }: Received<typeof TOPIC>) => {
  followed.push(subject);
  return { outcome: 'applied' } as const;
};

async function startJars(): Promise<RunningService> {
  const base = await startBase({ name: 'jars', config: env.config, verifyToken: env.verifyToken });
  const jars = createAggregateStore<Jar, JarEvent, typeof TOPIC>({
    mongo: base.mongo,
    name: 'jars',
    evolve: (jar, event) => ({ coins: (jar?.coins ?? 0) + event.coins }),
    publishes: [TOPIC],
    publish: () => [{ topic: TOPIC, type: TYPE, data: example.data }],
  });
  return startService(base, {
    routes: [fillRoute],
    ports: { jars } satisfies Ports,
    rolesOf: async () => ['owner'],
    stores: [jars],
    follows: {
      [TOPIC]: {
        'homework.submitted.v1': follow,
        'homework.reviewed.v1': follow,
        'homework.reviewed.v2': follow,
        'homework.watermark.v1': follow,
      },
    },
    periodics: [{ name: 'rounds', everyMs: 60_000, run: async () => void (rounds += 1) }],
    workPending: async () => 7,
  });
}

jest.setTimeout(60_000);
beforeAll(async () => {
  env = await testEnvironment({ service: 'jars' });
  service = await startJars();
});
afterAll(async () => {
  await service.stop();
  await env.stop();
});

it('carries a request into the database, to Kafka under the same trace, and to the followers of the topic', async () => {
  const jarId = randomUUID();
  const answer = await supertest(service.url)
    .post(`/jars/${jarId}/coins`)
    .set('Authorization', env.bearer('ada'))
    .send({ coins: 5 })
    .expect(201, { coins: 5 });
  const received = await env.nextMessage(TOPIC, ({ subject }) => subject === jarId, 20_000);
  expect(received).toMatchObject({ streamseq: 1, type: TYPE });
  expect(received.traceparent).toContain(String(answer.headers['x-correlation-id']));
  await eventually(() => followed.includes(jarId), { timeoutMs: 20_000 });
});

it('answers again for a key', async () => {
  const path = `/jars/${randomUUID()}/coins`;
  const send = () =>
    supertest(service.url)
      .post(path)
      .set('Authorization', env.bearer('ada'))
      .set('Idempotency-Key', 'two')
      .send({ coins: 5 });
  await send().expect(201, { coins: 5 });
  await send().expect(201, { coins: 5 }).expect('Idempotency-Replayed', 'true');
});

it('says that it is ready, and when all is quiet', async () => {
  await supertest(service.operationsUrl)
    .get('/readyz')
    .expect(200, { ready: true, parts: { mongo: true } });
  await eventually(
    async () => {
      const { body } = await supertest(service.operationsUrl).get('/statusz').expect(200);
      expect(body).toEqual({ outboxPending: 0, consumerLag: 0, parked: 0, parkedNewer: 0, workPending: 7 });
      return true;
    },
    { timeoutMs: 20_000, everyMs: 200 },
  );
  const { text } = await supertest(service.operationsUrl).get('/metrics').expect(200);
  expect(text).toContain('daka_outbox_pending 0');
  expect(text).toContain('daka_http_request_seconds_count{route="POST /jars/:jarId/coins",status="201"}');
  await supertest(service.url).get('/openapi.json').expect(200);
  for (const path of ['/metrics', '/livez', '/readyz', '/statusz']) await supertest(service.url).get(path).expect(404);
});

it('runs its periodics, also when nudged', async () => {
  await eventually(() => rounds >= 1);
  const before = rounds;
  service.periodics.get('rounds')?.nudge();
  await eventually(() => rounds > before);
});

it('moves the domain clock of the environment', () => {
  env.clock.set('2026-04-01T00:00:00Z');
  env.clock.advanceMs(1_000);
  expect(fs.readFileSync(String(env.config.CLOCK_FILE), 'utf8')).toBe('2026-04-01T00:00:01.000Z');
});
