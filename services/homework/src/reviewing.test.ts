import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, testEnvironment, type TestEnvironment, WITHOUT_BUCKET } from '@daka/service-kit/testing';
import request from 'supertest';
import { startHomework } from './app';

const exampleData = (type: string) =>
  (
    JSON.parse(readFileSync(join(__dirname, '../../../packages/contracts/examples', `${type}.json`), 'utf8')) as {
      data: object;
    }
  ).data;

interface QueueItem {
  submissionId: string;
  claim: { reviewerId: string } | null;
}

describe('two instructors at one queue', () => {
  const cohortId = randomUUID();
  const [lin, kai, outsider] = [randomUUID(), randomUUID(), randomUUID()];
  const learners = Array.from({ length: 20 }, (_, n) => ({
    id: randomUUID(),
    enrolmentId: randomUUID(),
    number: n + 1,
  }));
  const first = learners[0] ?? { id: '', enrolmentId: '', number: 0 };
  let env: TestEnvironment;
  let service: Awaited<ReturnType<typeof startHomework>>;

  beforeAll(async () => {
    env = await testEnvironment({ service: 'homework', now: '2026-03-03T12:00:00Z' });
    service = await startHomework({ ...env.config, ...WITHOUT_BUCKET }, env.verifyToken);
    const staff = [lin, kai].map((accountId) => ({ accountId, role: 'instructor' }));
    const published = { ...exampleData('membership.cohort-published.v1'), cohortId, staff };
    await env.publish('membership.cohort', cohortId, 'membership.cohort-published.v1', published);
    for (const { id, enrolmentId, number } of learners) {
      const applied = { ...exampleData('membership.enrolment-applied.v1'), enrolmentId, cohortId, learnerId: id };
      await env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-applied.v1', applied);
      const admitted = {
        ...exampleData('membership.enrolment-admitted.v1'),
        enrolmentId,
        cohortId,
        memberNumber: number,
      };
      await env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-admitted.v1', admitted);
    }
    const last = learners.at(-1) ?? first;
    await eventually(async () => (await call('get', `/cohorts/${cohortId}/assignments`, last.id)).status === 200, {
      timeoutMs: 20_000,
    });
  }, 60_000);

  afterAll(async () => {
    await service?.stop();
    await env?.stop();
  });

  const call = (method: 'get' | 'put' | 'delete' | 'post', path: string, who: string, body?: object) =>
    request(service.url)[method](path).set('Authorization', env.bearer(who)).send(body);

  async function setEssay(title = 'Essay'): Promise<string> {
    const essay = { title, instructions: 'Write.', dueAt: '2026-03-04T02:00:00+08:00' };
    return ((await call('post', `/cohorts/${cohortId}/assignments`, lin, essay)).body as { id: string }).id;
  }

  async function handIn(assignmentId: string, { id, enrolmentId } = first, markdown = 'A morning.'): Promise<string> {
    const answer = await call('post', `/assignments/${assignmentId}/submissions`, id, { enrolmentId, markdown });
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  }

  const queue = async (query = '', who = lin): Promise<QueueItem[]> =>
    ((await call('get', `/cohorts/${cohortId}/review-queue?limit=200${query}`, who)).body as { items: QueueItem[] })
      .items;
  const codeOf = ({ status, text }: { status: number; text: string }) => [
    status,
    (JSON.parse(text) as { code: string }).code,
  ];
  const good = { version: 1, verdict: 'accepted', comment: 'Good.', scorePercent: 92 };
  const mine = async (assignmentId: string) =>
    (await call('get', `/assignments/${assignmentId}/submissions/mine`, first.id)).body as {
      status: string;
      feedback: object[];
    };

  it('says whose, what, until when and who is at it, and filters', async () => {
    const [essay, poem] = [await setEssay('My morning'), await setEssay('A poem')];
    const submissionId = await handIn(essay);
    const inPoem = await handIn(poem);
    expect(await queue(`&assignmentId=${essay}`)).toMatchObject([
      {
        submissionId,
        memberNumber: 1,
        title: 'My morning',
        dueAt: '2026-03-03T18:00:00.000Z',
        promisedBy: '2026-03-05T12:00:00.000Z',
        claim: null,
        kept: null,
      },
    ]);
    const claim = await call('put', `/submissions/${submissionId}/claim`, lin);
    expect([claim.status, claim.body]).toEqual([
      200,
      { submissionId, reviewerId: lin, until: '2026-03-03T12:30:00.000Z' },
    ]);
    const ids = async (query: string, who: typeof lin) => (await queue(query, who)).map((item) => item.submissionId);
    expect(await ids('&state=mine', lin)).toEqual([submissionId]);
    expect(await ids('&state=mine', kai)).toEqual([]);
    expect(await ids('&state=claimed', kai)).toEqual([submissionId]);
    expect(await ids('&state=free', kai)).toContain(inPoem);
    expect(await ids('&state=free', kai)).not.toContain(submissionId);
    expect((await queue('', kai)).find((item) => item.submissionId === submissionId)?.claim).toMatchObject({
      reviewerId: lin,
    });
    // Others neither take nor answer it, and do not give it back either, until it runs out.
    expect(codeOf(await call('put', `/submissions/${submissionId}/claim`, kai))).toEqual([409, 'claimed_by_other']);
    const verdict = await call('post', `/submissions/${submissionId}/verdict`, kai, good);
    expect(codeOf(verdict)).toEqual([409, 'claimed_by_other']);
    expect(codeOf(await call('post', `/submissions/${submissionId}/feedback`, kai, good))).toEqual([
      409,
      'claimed_by_other',
    ]);
    await call('delete', `/submissions/${submissionId}/claim`, kai).expect(204);
    expect((await queue('&state=mine')).length).toBe(1);
    env.clock.advanceMs(30 * 60_000);
    expect((await call('put', `/submissions/${submissionId}/claim`, kai)).status).toBe(200);
    await call('delete', `/submissions/${submissionId}/claim`, kai).expect(204);
    expect(codeOf(await call('put', `/submissions/${submissionId}/claim`, first.id))[0]).toBe(403);
    expect((await call('put', `/submissions/${submissionId}/claim`, outsider)).status).toBe(404);
  });

  it('takes 50 claims at once on 200 waiting: none twice, none lost', async () => {
    const assignments = await Promise.all(Array.from({ length: 10 }, () => setEssay('One of ten')));
    const ids: string[] = [];
    for (const assignmentId of assignments)
      ids.push(...(await Promise.all(learners.map((learner) => handIn(assignmentId, learner)))));
    expect(ids).toHaveLength(200);
    // Each of 25 pieces is wanted by both at the same time.
    const wanted = ids.slice(0, 25).flatMap((id) => [
      { id, who: lin },
      { id, who: kai },
    ]);
    const answers = await Promise.all(wanted.map(({ id, who }) => call('put', `/submissions/${id}/claim`, who)));
    const winners = answers.flatMap(({ status, body }) =>
      status === 200 ? [body as { submissionId: string; reviewerId: string }] : [],
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(25).fill(200), ...Array(25).fill(409)]);
    expect(new Set(winners.map(({ submissionId }) => submissionId)).size).toBe(25);
    const shown = (await queue('&state=claimed')).map(({ submissionId, claim }) => [submissionId, claim?.reviewerId]);
    expect(shown.toSorted()).toEqual(
      winners.map(({ submissionId, reviewerId }) => [submissionId, reviewerId]).toSorted(),
    );
    // And 50 different ones at once are all had.
    const others = await Promise.all(
      ids.slice(100, 150).map((id, n) => call('put', `/submissions/${id}/claim`, n % 2 === 0 ? lin : kai)),
    );
    expect(others.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(await queue('&state=claimed')).toHaveLength(75);
  }, 60_000);

  it('says nothing for ten seconds, and nothing at all of what was taken back', async () => {
    const essay = await setEssay();
    const submissionId = await handIn(essay);
    const path = `/submissions/${submissionId}/verdict`;
    const kept = await call('post', path, lin, good);
    expect([kept.status, kept.body]).toMatchObject([201, { comment: 'Good.', reviewerId: lin }]);
    expect(codeOf(await call('delete', path, kai))).toEqual([403, 'not_your_feedback']);
    expect((await call('delete', path, first.id)).status).toBe(403);
    env.clock.advanceMs(9_999);
    await new Promise((resolve) => setTimeout(resolve, 700)); // two rounds of what says verdicts
    expect(await mine(essay)).toMatchObject({ status: 'submitted', feedback: [] });
    expect(JSON.stringify(await mine(essay))).not.toContain('Good.');
    expect(await queue(`&assignmentId=${essay}`)).toEqual([]);
    expect(await queue(`&assignmentId=${essay}&state=kept`)).toMatchObject([{ kept: { comment: 'Good.' } }]);
    expect((await call('delete', path, lin)).body).toMatchObject({ comment: 'Good.', scorePercent: 92 });
    expect(codeOf(await call('delete', path, lin))).toEqual([404, 'no_verdict']);
    env.clock.advanceMs(60_000);

    // The next message of this learner is that of the second verdict: the first has left none.
    await call('post', path, lin, { ...good, verdict: 'changes_requested', comment: 'More light.' }).expect(201);
    env.clock.advanceMs(10_000);
    await eventually(async () => (await mine(essay)).status === 'changes_requested', { timeoutMs: 10_000 });
    expect((await mine(essay)).feedback).toMatchObject([{ comment: 'More light.' }]);
    expect(codeOf(await call('delete', path, lin))).toEqual([409, 'already_said']);
    const told = await env.nextMessage(
      'homework.enrolment',
      ({ type, subject }) => subject === first.enrolmentId && type === 'homework.reviewed.v1',
    );
    expect(told).toMatchObject({ data: { submissionId, verdict: 'changes_requested' } });
  }, 30_000);

  it('keeps the comment of a verdict that a newer version overtook, and never says it', async () => {
    const essay = await setEssay();
    const submissionId = await handIn(essay);
    await call('post', `/submissions/${submissionId}/verdict`, lin, good).expect(201);
    await handIn(essay, first, 'A better morning.');
    env.clock.advanceMs(60_000);
    expect(await queue(`&assignmentId=${essay}`)).toMatchObject([
      { version: 2, kept: { comment: 'Good.', version: 1, sayAt: null } },
    ]);
    const stale = await call('post', `/submissions/${submissionId}/verdict`, lin, good);
    expect([codeOf(stale), JSON.parse(stale.text)]).toMatchObject([[409, 'newer_version_exists'], { latest: 2 }]);
    expect(await mine(essay)).toMatchObject({ status: 'submitted', feedback: [] });
  });

  it('loses no verdict in a crash: it is said after the restart', async () => {
    const essay = await setEssay();
    const submissionId = await handIn(essay);
    await call('post', `/submissions/${submissionId}/verdict`, lin, good).expect(201);
    await service.stop();
    env.clock.advanceMs(60_000);
    service = await startHomework({ ...env.config, ...WITHOUT_BUCKET }, env.verifyToken);
    await eventually(async () => (await mine(essay)).status === 'accepted', { timeoutMs: 20_000 });
  }, 60_000);

  it('keeps comments to use again, each reviewer their own', async () => {
    const path = `/cohorts/${cohortId}/snippets`;
    const id = randomUUID();
    const items = async (who: string) => ((await call('get', path, who)).body as { items: object[] }).items;
    expect((await call('put', `${path}/${id}`, lin, { text: 'More light.' })).status).toBe(200);
    expect((await call('put', `${path}/${id}`, lin, { text: 'Even more light.' })).status).toBe(200);
    expect((await call('put', `${path}/${id}`, lin, { text: ' ' })).status).toBe(400);
    expect(await items(lin)).toMatchObject([{ id, text: 'Even more light.' }]);
    expect(await items(kai)).toEqual([]);
    await call('delete', `${path}/${id}`, kai).expect(204);
    expect(await items(lin)).toHaveLength(1);
    expect((await call('get', path, first.id)).status).toBe(403);
    await call('delete', `${path}/${id}`, lin).expect(204);
    expect(await items(lin)).toEqual([]);
  });
});
