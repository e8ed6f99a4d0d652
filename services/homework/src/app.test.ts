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

describe('homework over HTTP', () => {
  const [cohortId, organisationId] = [randomUUID(), randomUUID()];
  const [teacher, learner, enrolmentId, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  let env: TestEnvironment;
  let service: Awaited<ReturnType<typeof startHomework>>;

  beforeAll(async () => {
    env = await testEnvironment({ service: 'homework', now: '2026-03-03T12:00:00Z' });
    service = await startHomework({ ...env.config, ...WITHOUT_BUCKET }, env.verifyToken);
    const published = {
      ...exampleData('membership.cohort-published.v1'),
      cohortId,
      organisationId,
      staff: [{ accountId: teacher, role: 'instructor' }],
    };
    await env.publish('membership.cohort', cohortId, 'membership.cohort-published.v1', published);
    await enrol(enrolmentId, learner);
    await enrol(randomUUID(), other);
    await eventually(async () => (await get(`/enrolments/${enrolmentId}/homework`, learner)).status === 200, {
      timeoutMs: 20_000,
    });
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
    request(service.url)
      .post(path)
      .set('Authorization', env.bearer(user))
      .set(key ? { 'Idempotency-Key': key } : {})
      .send(body);

  async function setEssay(): Promise<string> {
    const answer = await post(`/cohorts/${cohortId}/assignments`, teacher, {
      title: 'Essay',
      instructions: 'Write about a morning.',
      dueAt: '2026-03-04T02:00:00+08:00',
      day: '2026-03-03',
      weightPercent: 60,
    });
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  }

  it('of who is erased no text and no draft is left; what was handed in when, and the answers, stay', async () => {
    const [gone, erasedId] = [randomUUID(), randomUUID()];
    await enrol(erasedId, gone);
    await eventually(async () => (await get(`/enrolments/${erasedId}/homework`, gone)).status === 200);
    const assignmentId = await setEssay();
    const hand = (who: string, enrolment: string, markdown: string) =>
      post(`/assignments/${assignmentId}/submissions`, who, { enrolmentId: enrolment, markdown });
    const mine = await hand(gone, erasedId, 'what only I could have written');
    expect(mine.status).toBe(201);
    const submissionId = (mine.body as { id: string }).id;
    const answer = { version: 1, verdict: 'accepted', comment: 'well written' };
    expect((await post(`/submissions/${submissionId}/feedback`, teacher, answer)).status).toBe(201);
    const draftOf = await setEssay();
    const draft = { markdown: 'half a thought' };
    const kept = await request(service.url)
      .put(`/assignments/${draftOf}/drafts/mine`)
      .set('Authorization', env.bearer(gone))
      .send(draft);
    expect(kept.status).toBe(200);

    await env.publish('membership.enrolment', erasedId, 'membership.enrolment-erased.v1', {
      enrolmentId: erasedId,
      cohortId,
      erasedAt: '2026-03-03T12:00:00Z',
    });
    await eventually(async () => (await get(`/assignments/${draftOf}/drafts/mine`, gone)).status === 404);
    const seen = (await get(`/submissions/${submissionId}`, teacher)).body;
    expect(seen).toMatchObject({
      status: 'accepted',
      versions: [{ version: 1, markdown: '' }],
      feedback: [{ comment: 'well written' }],
    });
    expect(JSON.stringify(seen)).not.toContain('only I');
  });

  it('takes nothing from staff who have no second factor where their organisation requires one', async () => {
    const queue = (waits: readonly string[]) =>
      request(service.url).get(`/cohorts/${cohortId}/review-queue`).set('Authorization', env.bearer(teacher, waits));
    expect((await queue([organisationId]).expect(403)).body).toMatchObject({ code: 'second_factor_required' });
    await queue([randomUUID()]).expect(200);
  });

  it('goes from the assignment to the accepted second version', async () => {
    const assignmentId = await setEssay();
    const first = await post(`/assignments/${assignmentId}/submissions`, learner, {
      enrolmentId,
      markdown: 'A first try 你好',
    });
    expect(first.status).toBe(201);
    const submissionId = (first.body as { id: string }).id;
    expect(first.body).toMatchObject({
      version: 1,
      late: false,
      status: 'submitted',
      submittedAt: '2026-03-03T12:00:00.000Z',
    });

    const queue = await get(`/cohorts/${cohortId}/review-queue`, teacher);
    expect(queue.body).toMatchObject({ items: [{ submissionId, memberNumber: 7, version: 1, characters: 11 }] });

    const asked = await post(`/submissions/${submissionId}/feedback`, teacher, {
      version: 1,
      verdict: 'changes_requested',
      comment: 'More light.',
    });
    expect(asked.body).toMatchObject({ status: 'changes_requested' });
    await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: 'A second try' }).expect(
      201,
    );
    const stale = await post(`/submissions/${submissionId}/feedback`, teacher, {
      version: 1,
      verdict: 'accepted',
      comment: 'Good.',
    });
    expect([stale.status, JSON.parse(stale.text)]).toMatchObject([409, { code: 'newer_version_exists', latest: 2 }]);
    await post(`/submissions/${submissionId}/feedback`, teacher, {
      version: 2,
      verdict: 'accepted',
      comment: 'Good.',
      scorePercent: 92,
    }).expect(201);

    const mine = await get(`/assignments/${assignmentId}/submissions/mine`, learner);
    expect(mine.body).toMatchObject({
      versions: [{ markdown: 'A first try 你好' }, { markdown: 'A second try' }],
      feedback: [{ verdict: 'changes_requested' }, { scorePercent: 92 }],
    });
    expect((await get(`/enrolments/${enrolmentId}/homework`, teacher)).body).toMatchObject({
      accepted: 1,
      scorePercent: 92,
    });
    const again = await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: 'More' });
    expect([again.status, JSON.parse(again.text)]).toMatchObject([409, { code: 'already_accepted' }]);

    const submitted = await env.nextMessage(
      'homework.enrolment',
      ({ streamseq, subject }) => subject === enrolmentId && streamseq === 1,
    );
    expect(submitted).toMatchObject({
      type: 'homework.submitted.v1',
      data: { day: '2026-03-03', characters: 11, version: 1 },
    });
    const reviewed = await env.nextMessage(
      'homework.enrolment',
      ({ streamseq, subject }) => subject === enrolmentId && streamseq === 4,
    );
    expect(reviewed).toMatchObject({ type: 'homework.reviewed.v1', data: { verdict: 'accepted', scorePercent: 92 } });
  });

  it('takes eight versions at once without losing one, and one for eight times the same key', async () => {
    const assignmentId = await setEssay();
    const offers = Array.from({ length: 8 }, (_, n) =>
      post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: `Version ${n}` }),
    );
    expect((await Promise.all(offers)).map(({ status }) => status)).toEqual(Array(8).fill(201));
    const before = await get(`/assignments/${assignmentId}/submissions/mine`, learner);
    expect((before.body as { versions: { version: number }[] }).versions.map(({ version }) => version)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);

    const body = { enrolmentId, markdown: 'Once' };
    const path = `/assignments/${assignmentId}/submissions`;
    const first = await post(path, learner, body, 'key-1');
    const replayed = await post(path, learner, body, 'key-1');
    expect([replayed.status, replayed.body, replayed.headers['idempotency-replayed']]).toEqual([
      201,
      first.body,
      'true',
    ]);
    const changed = await post(path, learner, { ...body, markdown: 'Twice' }, 'key-1');
    expect([changed.status, JSON.parse(changed.text)]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
  });

  it('keeps one draft until it is handed in, and lets no device undo another', async () => {
    const path = `/assignments/${await setEssay()}/drafts/mine`;
    const put = (body: object, who = learner) =>
      request(service.url).put(path).set('Authorization', env.bearer(who)).send(body);
    expect((await get(path, learner)).status).toBe(404);
    expect((await put({ markdown: 'One', revision: 0 })).body).toMatchObject({ revision: 1, characters: 3 });
    expect((await put({ markdown: 'Two', revision: 1 })).body).toMatchObject({ revision: 2 });
    const stale = await put({ markdown: 'Old', revision: 1 });
    expect([stale.status, JSON.parse(stale.text)]).toMatchObject([409, { code: 'draft_changed', current: 2 }]);
    expect((await put({ markdown: 'First?', revision: 0 })).status).toBe(409);
    expect((await get(path, learner)).body).toMatchObject({ markdown: 'Two', revision: 2 });
    // Others have their own, and staff has none.
    expect((await get(path, other)).status).toBe(404);
    expect((await get(path, teacher)).status).toBe(403);
    const tooLong = await put({ markdown: '长'.repeat(90_000) });
    expect([tooLong.status, JSON.parse(tooLong.text)]).toMatchObject([
      422,
      { code: 'too_long', maxCharacters: 20_000, fields: [{ path: 'markdown' }] },
    ]);
    expect((await put({ markdown: '👩🏽‍🎓'.repeat(20_000) })).status).toBe(200);
    const handedIn = await post(path.replace('/drafts/mine', '/submissions'), learner, {
      enrolmentId,
      markdown: '长'.repeat(20_001),
    });
    expect([handedIn.status, JSON.parse(handedIn.text)]).toMatchObject([422, { code: 'too_long' }]);

    await request(service.url).delete(path).set('Authorization', env.bearer(learner)).expect(204);
    expect((await get(path, learner)).status).toBe(404);

    await put({ markdown: 'Whole text' }).expect(200);
    const assignmentId = path.split('/')[2] ?? '';
    await post(`/assignments/${assignmentId}/submissions`, learner, { enrolmentId, markdown: 'Whole text' }).expect(
      201,
    );
    expect((await get(path, learner)).status).toBe(404);
    const late = await put({ markdown: 'Whole tex', revision: 1 });
    expect([late.status, JSON.parse(late.text)]).toMatchObject([409, { code: 'draft_changed', current: 0 }]);
  });

  it('says what a hand-in counts for, to the learner and in the queue, and which answers are unread', async () => {
    const assignmentId = await setEssay();
    const before = await get(`/assignments/${assignmentId}`, learner);
    const expected = { status: 'expected', day: '2026-03-03', at: '2026-03-03T12:00:00.000Z', why: null };
    expect(before.body).toMatchObject({ mine: { status: 'open', submissionId: null, counts: expected } });
    expect((await get(`/assignments/${assignmentId}`, teacher)).body).toMatchObject({ mine: null });
    expect((await get(`/assignments/${assignmentId}`, randomUUID())).status).toBe(404);

    const path = `/assignments/${assignmentId}/submissions`;
    const handedIn = await post(path, learner, { enrolmentId, markdown: 'My morning, in so many words' });
    expect(handedIn.body).toMatchObject({ counts: expected, feedbackRead: 0 });
    const submissionId = (handedIn.body as { id: string }).id;
    const queue = await get(`/cohorts/${cohortId}/review-queue`, teacher);
    expect((queue.body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ submissionId, counts: expected }),
    );
    const second = await setEssay();
    const twice = await post(`/assignments/${second}/submissions`, learner, { enrolmentId, markdown: 'Once more now' });
    expect(twice.body).toMatchObject({ counts: { status: 'none', day: null, why: 'already_checked_in' } });

    await post(`/submissions/${submissionId}/feedback`, teacher, {
      version: 1,
      verdict: 'commented',
      comment: 'Good.',
    });
    const unread = await get(`/enrolments/${enrolmentId}/homework`, learner);
    const itemOf = ({ body }: { body: unknown }) =>
      (body as { items: { assignmentId: string }[] }).items.find((item) => item.assignmentId === assignmentId);
    expect(itemOf(unread)).toMatchObject({ unread: 1, day: '2026-03-03', counts: expected });
    const readPath = `/submissions/${submissionId}/feedback-read`;
    const read = (who: string) =>
      request(service.url).put(readPath).set('Authorization', env.bearer(who)).send({ feedback: 1 });
    expect([(await read(teacher)).status, (await read(other)).status]).toEqual([403, 404]);
    expect((await read(learner)).body).toEqual({ submissionId, feedbackRead: 1, unread: 0 });
    const after = await get(`/enrolments/${enrolmentId}/homework`, learner);
    expect((after.body as { feedbackUnread: number }).feedbackUnread).toBe(
      (unread.body as { feedbackUnread: number }).feedbackUnread - 1,
    );
  });

  it('corrects an assignment and a score, and shows what they were', async () => {
    const assignmentId = await setEssay();
    const put = (path: string, who: string, body: object) =>
      request(service.url).put(path).set('Authorization', env.bearer(who)).send(body);
    const text = { title: 'The essay', instructions: 'Write.', dueAt: '2026-03-03T18:00:00Z', day: '2026-03-03' };
    const path = `/assignments/${assignmentId}`;
    const corrected = await put(path, teacher, { ...text, reason: 'A slip.' });
    const before = { title: 'Essay', instructions: 'Write about a morning.', weightPercent: 60 };
    expect([corrected.status, corrected.body]).toMatchObject([
      200,
      { title: 'The essay', weightPercent: null, corrections: [{ before, reason: 'A slip.', correctedBy: teacher }] },
    ]);
    expect((await get(path, learner)).body).toMatchObject({ corrections: [{ before }] });
    expect((await put(path, teacher, text)).status).toBe(400);
    expect((await put(path, learner, { ...text, reason: 'No.' })).status).toBe(403);

    const handedIn = await post(`${path}/submissions`, learner, { enrolmentId, markdown: 'A morning.' });
    const { id } = handedIn.body as { id: string };
    const moved = await put(path, teacher, { ...text, day: '2026-03-05', reason: 'Later.' });
    expect([moved.status, JSON.parse(moved.text)]).toMatchObject([409, { code: 'day_has_work' }]);
    const answer = { version: 1, verdict: 'commented', comment: 'Good.', scorePercent: 29 };
    await post(`/submissions/${id}/feedback`, teacher, answer).expect(201);
    const score = { scorePercent: 92, reason: 'Digits swapped.' };
    const right = await put(`/submissions/${id}/feedback/1/score`, teacher, score);
    expect(right.body).toMatchObject({
      feedback: [{ scorePercent: 92, corrections: [{ scorePercent: 29, reason: 'Digits swapped.' }] }],
    });
    expect((await put(`/submissions/${id}/feedback/2/score`, teacher, score)).status).toBe(404);
    expect((await put(`/submissions/${id}/feedback/1/score`, learner, score)).status).toBe(403);
  });

  it('says what check-in made of a hand-in', async () => {
    const assignmentId = await setEssay();
    const path = `/assignments/${assignmentId}/submissions`;
    const id = randomUUID();
    await enrol(id, id);
    await eventually(async () => (await get(`/assignments/${assignmentId}`, id)).status === 200, { timeoutMs: 20_000 });
    const handedIn = await post(path, id, { enrolmentId: id, markdown: 'A morning, and all that came of it' });
    expect(handedIn.body).toMatchObject({ counts: { status: 'expected' } });
    const { id: submissionId } = handedIn.body as { id: string };
    const verdict = { enrolmentId: id, cohortId, submissionId, version: 1, status: 'none', why: 'excused' };
    await env.publish('checkin.homework', id, 'checkin.homework-judged.v1', verdict);
    const told = async () => ((await get(`${path}/mine`, id)).body as { counts: { why: string | null } }).counts.why;
    await eventually(async () => (await told()) === 'excused', { timeoutMs: 20_000 });
  });

  it('is for members: not before admission, and after leaving only for what was their own', async () => {
    const [leaver, id] = [randomUUID(), randomUUID()];
    const assignmentId = await setEssay();
    const applied = { ...exampleData('membership.enrolment-applied.v1'), enrolmentId: id, cohortId, learnerId: leaver };
    await env.publish('membership.enrolment', id, 'membership.enrolment-applied.v1', applied);
    const status = async (path: string) => (await get(path, leaver)).status;
    await eventually(async () => (await status(`/enrolments/${id}/homework`)) === 200, { timeoutMs: 20_000 });
    expect((await get(`/enrolments/${id}/homework`, leaver)).body).toMatchObject({ items: [] });
    expect(await status(`/cohorts/${cohortId}/assignments`)).toBe(404);
    const admitted = { ...exampleData('membership.enrolment-admitted.v1'), enrolmentId: id, cohortId, memberNumber: 9 };
    await env.publish('membership.enrolment', id, 'membership.enrolment-admitted.v1', admitted);
    await eventually(async () => (await status(`/assignments/${assignmentId}`)) === 200, { timeoutMs: 20_000 });

    const text = { enrolmentId: id, markdown: 'Mine, before I went' };
    const handedIn = await post(`/assignments/${assignmentId}/submissions`, leaver, text);
    const withdrawn = { ...exampleData('membership.enrolment-withdrawn.v1'), enrolmentId: id };
    await env.publish('membership.enrolment', id, 'membership.enrolment-withdrawn.v1', withdrawn);
    await eventually(async () => (await status(`/assignments/${assignmentId}`)) === 404, { timeoutMs: 20_000 });
    expect(await status(`/cohorts/${cohortId}/assignments`)).toBe(404);
    expect((await get(`/enrolments/${id}/homework`, leaver)).body).toMatchObject({ items: [{ assignmentId }] });
    const { id: submissionId } = handedIn.body as { id: string };
    expect(await status(`/submissions/${submissionId}`)).toBe(200);
    const queue = await get(`/cohorts/${cohortId}/review-queue?limit=200`, teacher);
    expect(queue.text).not.toContain(submissionId);
  });

  it('pages the queue, what waits longest first, and misses none while others hand in and are answered', async () => {
    const handIn = async (assignmentId: string, markdown: string, id = enrolmentId, who = learner) => {
      env.clock.advanceMs(60_000);
      const answer = await post(`/assignments/${assignmentId}/submissions`, who, { enrolmentId: id, markdown });
      return (answer.body as { id: string }).id;
    };
    const pageAfter = async (cursor?: string) => {
      const page = await get(`/cohorts/${cohortId}/review-queue?limit=2${cursor ? `&cursor=${cursor}` : ''}`, teacher);
      return page.body as { items: { submissionId: string; version: number }[]; nextCursor?: string };
    };
    const assignments = [await setEssay(), await setEssay(), await setEssay(), await setEssay()];
    const ids: string[] = [];
    for (const assignmentId of assignments) ids.push(await handIn(assignmentId, 'First'));

    const seen: { submissionId: string; version: number }[] = [];
    for (let cursor: string | undefined, pages = 0; pages === 0 || cursor; pages += 1) {
      const { items, nextCursor } = await pageAfter(cursor);
      seen.push(...items);
      cursor = nextCursor;
      // Meanwhile a shown one gets a new version, which does not lose its place, and one that was shown is answered.
      const shown = seen.find(({ submissionId }) => submissionId === ids[0]);
      if (shown) await handIn(assignments[0] ?? '', `Again ${pages}`);
      const last = seen.at(-1);
      if (pages === 1 && last && last.submissionId !== ids[0]) {
        const answer = { version: last.version, verdict: 'commented', comment: 'Seen.' };
        await post(`/submissions/${last.submissionId}/feedback`, teacher, answer).expect(201);
      }
    }
    const order = seen.map(({ submissionId }) => submissionId);
    expect(order.slice(-4)).toEqual(ids);
    expect(new Set(order).size).toBe(order.length);
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
      expect((JSON.parse(answer.text) as { fields: { path: string }[] }).fields.map(({ path }) => path)).toContain(
        field,
      );
    });

    it.each(['x', Buffer.from('["b",1]').toString('base64url')])('a cursor that is none: %s', async (cursor) => {
      const answer = await get(`/cohorts/${cohortId}/review-queue?cursor=${cursor}`, teacher);
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        400,
        { code: 'invalid_request', fields: [{ path: 'cursor' }] },
      ]);
    });

    it('a day outside the plan', async () => {
      const answer = await post(`/cohorts/${cohortId}/assignments`, teacher, {
        title: 'x',
        instructions: 'y',
        dueAt: '2026-03-05T16:00:00Z',
        day: '2027-01-01',
      });
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        422,
        { code: 'day_not_in_plan', fields: [{ path: 'day' }] },
      ]);
    });

    it('an assignment that is due after its day closes, and names the close', async () => {
      const essay = { title: 'x', instructions: 'y', dueAt: '2026-03-03T19:00:00.001Z', day: '2026-03-03' };
      const answer = await post(`/cohorts/${cohortId}/assignments`, teacher, essay);
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        422,
        { code: 'due_after_close', fields: [{ path: 'dueAt' }], closesAt: '2026-03-03T19:00:00.000Z' },
      ]);
    });

    it("another learner's enrolment, queue and homework", async () => {
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
