import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, testEnvironment, type TestEnvironment } from '@daka/service-kit/testing';
import request from 'supertest';
import { startHomework } from './app';

const exampleData = (type: string) =>
  (JSON.parse(readFileSync(join(__dirname, '../../../packages/contracts/examples', `${type}.json`), 'utf8')) as { data: object }).data;

describe('homework over HTTP', () => {
  const cohortId = randomUUID();
  const [teacher, learner, enrolmentId, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  let env: TestEnvironment;
  let service: Awaited<ReturnType<typeof startHomework>>;

  beforeAll(async () => {
    env = await testEnvironment({ service: 'homework', now: '2026-03-03T12:00:00Z' });
    service = await startHomework(env.config, env.verifyToken);
    const published = { ...exampleData('membership.cohort-published.v1'), cohortId, staff: [{ accountId: teacher, role: 'instructor' }] };
    await env.publish('membership.cohort', cohortId, 'membership.cohort-published.v1', published);
    await enrol(enrolmentId, learner);
    await enrol(randomUUID(), other);
    await eventually(async () => (await get(`/enrolments/${enrolmentId}/homework`, learner)).status === 200, { timeoutMs: 20_000 });
  }, 60_000);

  afterAll(async () => {
    await service?.stop();
    await env?.stop();
  });

  async function enrol(id: string, learnerId: string) {
    const applied = { ...exampleData('membership.enrolment-applied.v1'), enrolmentId: id, cohortId, learnerId };
    await env.publish('membership.enrolment', id, 'membership.enrolment-applied.v1', applied);
    const admitted = { ...exampleData('membership.enrolment-admitted.v1'), enrolmentId: id, cohortId, memberNumber: 7 };
    await env.publish('membership.enrolment', id, 'membership.enrolment-admitted.v1', admitted);
  }

  const get = (path: string, user: string) => request(service.url).get(path).set('Authorization', env.bearer(user));
  const post = (path: string, user: string, body: object, key?: string) =>
    request(service.url).post(path).set('Authorization', env.bearer(user)).set(key ? { 'Idempotency-Key': key } : {}).send(body);

  async function setEssay(): Promise<string> {
    const answer = await post(`/cohorts/${cohortId}/assignments`, teacher, {
      title: 'Essay', instructions: 'Write about a morning.', dueAt: '2026-03-05T16:00:00Z', day: '2026-03-03', weightPercent: 60,
    });
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  }

  it('goes from the assignment to the accepted second version', async () => {
    const assignmentId = await setEssay();
    const first = await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: 'A first try 你好' });
    expect(first.status).toBe(201);
    const submissionId = (first.body as { id: string }).id;
    expect(first.body).toMatchObject({ version: 1, late: false, status: 'submitted', submittedAt: '2026-03-03T12:00:00.000Z' });

    const queue = await get(`/cohorts/${cohortId}/review-queue`, teacher);
    expect(queue.body).toMatchObject({ items: [{ submissionId, memberNumber: 7, version: 1, characters: 11 }] });

    const asked = await post(`/submissions/${submissionId}/feedback`, teacher, { version: 1, verdict: 'changes_requested', comment: 'More light.' });
    expect(asked.body).toMatchObject({ status: 'changes_requested' });
    await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: 'A second try' }).expect(201);
    const stale = await post(`/submissions/${submissionId}/feedback`, teacher, { version: 1, verdict: 'accepted', comment: 'Good.' });
    expect([stale.status, JSON.parse(stale.text)]).toMatchObject([409, { code: 'newer_version_exists', latest: 2 }]);
    await post(`/submissions/${submissionId}/feedback`, teacher, { version: 2, verdict: 'accepted', comment: 'Good.', scorePercent: 92 }).expect(201);

    const mine = await get(`/assignments/${assignmentId}/submissions/mine`, learner);
    expect(mine.body).toMatchObject({ versions: [{ markdown: 'A first try 你好' }, { markdown: 'A second try' }], feedback: [{ verdict: 'changes_requested' }, { scorePercent: 92 }] });
    expect((await get(`/enrolments/${enrolmentId}/homework`, teacher)).body).toMatchObject({ accepted: 1, scorePercent: 92 });
    const again = await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: 'More' });
    expect([again.status, JSON.parse(again.text)]).toMatchObject([409, { code: 'already_accepted' }]);

    const submitted = await env.nextMessage('homework.enrolment', ({ streamseq, subject }) => subject === enrolmentId && streamseq === 1);
    expect(submitted.message).toMatchObject({ type: 'homework.submitted.v1', data: { day: '2026-03-03', characters: 11, version: 1 } });
    const reviewed = await env.nextMessage('homework.enrolment', ({ streamseq, subject }) => subject === enrolmentId && streamseq === 4);
    expect(reviewed.message).toMatchObject({ type: 'homework.reviewed.v1', data: { verdict: 'accepted', scorePercent: 92 } });
  });

  it('takes eight versions at once without losing one, and one for eight times the same key', async () => {
    const assignmentId = await setEssay();
    const offers = Array.from({ length: 8 }, (_, n) => post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: `Version ${n}` }));
    expect((await Promise.all(offers)).map(({ status }) => status)).toEqual(Array(8).fill(201));
    const before = await get(`/assignments/${assignmentId}/submissions/mine`, learner);
    expect((before.body as { versions: { version: number }[] }).versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);

    const body = { enrolmentId, markdown: 'Once' };
    const path = `/assignments/${assignmentId}/submissions`;
    const first = await post(path, learner, body, 'key-1');
    const replayed = await post(path, learner, body, 'key-1');
    expect([replayed.status, replayed.body, replayed.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    const changed = await post(path, learner, { ...body, markdown: 'Twice' }, 'key-1');
    expect([changed.status, JSON.parse(changed.text)]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
  });

  it('pages the queue, oldest first', async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) {
      env.clock.advanceMs(60_000);
      const assignmentId = await setEssay();
      const answer = await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: `Essay ${n}` });
      ids.push((answer.body as { id: string }).id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await get(`/cohorts/${cohortId}/review-queue?limit=2${cursor ? `&cursor=${cursor}` : ''}`, teacher);
      const { items, nextCursor } = page.body as { items: { submissionId: string }[]; nextCursor?: string };
      seen.push(...items.map(({ submissionId }) => submissionId));
      cursor = nextCursor;
    } while (cursor);
    expect(seen.slice(-3)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
  });

  describe('refuses', () => {
    it.each([
      ['title', {}],
      ['dueAt', { title: 'x', instructions: 'y', dueAt: 'tomorrow' }],
      ['day', { title: 'x', instructions: 'y', dueAt: '2026-03-05T16:00:00Z', day: '2026-02-30' }],
      ['surprise', { title: 'x', instructions: 'y', dueAt: '2026-03-05T16:00:00Z', surprise: 1 }],
    ])('a bad assignment and names %s', async (field, body) => {
      const answer = await post(`/cohorts/${cohortId}/assignments`, teacher, body);
      expect(answer.status).toBe(400);
      expect((JSON.parse(answer.text) as { fields: { path: string }[] }).fields.map(({ path }) => path)).toContain(field);
    });

    it('a day outside the plan', async () => {
      const answer = await post(`/cohorts/${cohortId}/assignments`, teacher, { title: 'x', instructions: 'y', dueAt: '2026-03-05T16:00:00Z', day: '2027-01-01' });
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'day_not_in_plan', fields: [{ path: 'day' }] }]);
    });

    it('another learner\'s enrolment, queue and homework', async () => {
      const assignmentId = await setEssay();
      const foreign = await post(`/assignments/${assignmentId}/submissions`, other, { enrolmentId, markdown: 'Mine?' });
      expect([foreign.status, JSON.parse(foreign.text)]).toMatchObject([422, { code: 'wrong_enrolment' }]);
      expect((await get(`/enrolments/${enrolmentId}/homework`, other)).status).toBe(404);
      expect((await get(`/cohorts/${cohortId}/review-queue`, learner)).status).toBe(403);
      expect((await get(`/cohorts/${cohortId}/assignments`, randomUUID())).status).toBe(404);
      expect((await request(service.url).get(`/cohorts/${cohortId}/assignments`)).status).toBe(401);
    });
  });
});
