import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectMongo, createLogger } from '@daka/service-kit';
import {
  drawnPicture,
  eventually,
  testEnvironment,
  type TestEnvironment,
  WITHOUT_BUCKET,
  writtenPdf,
} from '@daka/service-kit/testing';
import { startHomework } from './app';
import { createSweepHandInFiles } from './features/sweep-files/periodic';

jest.setTimeout(60_000);

const NOON = '2026-03-03T12:00:00Z';
const example = (type: string): object =>
  (
    JSON.parse(readFileSync(join(__dirname, '../../../packages/contracts/examples', `${type}.json`), 'utf8')) as {
      data: object;
    }
  ).data;

interface Learner {
  id: string;
  enrolmentId: string;
}

/** Files of homework over HTTP, from the first byte to the erasure of the account. */
describe('files of homework', () => {
  const cohortId = randomUUID();
  const [lin, outsider, deputy] = [randomUUID(), randomUUID(), randomUUID()];
  const learners = Array.from({ length: 3 }, (): Learner => ({ id: randomUUID(), enrolmentId: randomUUID() }));
  const [mei, tom, gone] = learners as [Learner, Learner, Learner]; // there are three
  let env: TestEnvironment;
  let service: Awaited<ReturnType<typeof startHomework>>;

  beforeAll(async () => {
    env = await testEnvironment({ service: 'homework', now: NOON });
    service = await startHomework({ ...env.config, ...WITHOUT_BUCKET }, env.verifyToken);
    const staff = [
      { accountId: lin, role: 'instructor' },
      { accountId: deputy, role: 'committee' },
    ];
    const published = { ...example('membership.cohort-published.v1'), cohortId, staff };
    await env.publish('membership.cohort', cohortId, 'membership.cohort-published.v1', published);
    for (const { id: learnerId, enrolmentId } of learners) {
      const applied = { ...example('membership.enrolment-applied.v1'), enrolmentId, cohortId, learnerId };
      await env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-applied.v1', applied);
      const admitted = { ...example('membership.enrolment-admitted.v1'), enrolmentId, cohortId, memberNumber: 7 };
      await env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-admitted.v1', admitted);
    }
    for (const { id } of learners)
      await eventually(async () => (await call('GET', `/cohorts/${cohortId}/assignments`, id)).status === 200, {
        timeoutMs: 20_000,
      });
  });
  afterAll(async () => {
    await service?.stop();
    await env?.stop();
  });
  beforeEach(() => env.clock.set(NOON));

  async function call(method: string, path: string, who: string | null, body?: object | Buffer) {
    const isBytes = Buffer.isBuffer(body);
    const answer = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        ...(who === null ? {} : { authorization: env.bearer(who) }),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const shown: Record<string, unknown> = isJson ? JSON.parse(bytes.toString()) : {};
    return { status: answer.status, body: shown, bytes, headers: answer.headers };
  }

  async function set(mostPictures?: number): Promise<string> {
    const asked = { title: 'Draw it', instructions: 'Draw and tell.', dueAt: '2026-03-06T02:00:00+08:00' };
    const body = mostPictures === undefined ? asked : { ...asked, mostPictures };
    const answer = await call('POST', `/cohorts/${cohortId}/assignments`, lin, body);
    expect(answer).toMatchObject({ status: 201, body: { mostPictures: mostPictures ?? 0 } });
    return String(answer.body['id']);
  }

  const place = ({ enrolmentId }: Learner) => `/enrolments/${enrolmentId}/files`;
  const announce = (who: Learner, assignmentId: string, bytes: number, as = who.id) =>
    call('POST', place(who), as, { assignmentId, kind: 'picture', bytes });
  const send = (who: Learner, fileId: unknown, content: Buffer, as = who.id) =>
    call('PATCH', `${place(who)}/${String(fileId)}?offset=0`, as, content);
  const get = (who: Learner, fileId: string, as: string | null, size = 'full') =>
    call('GET', `${place(who)}/${fileId}/content?size=${size}`, as);
  async function upload(who: Learner, assignmentId: string, seed: number): Promise<string> {
    const content = await drawnPicture(seed);
    const { fileId } = (await announce(who, assignmentId, content.length)).body;
    expect(await send(who, fileId, content)).toMatchObject({ status: 200, body: { status: 'ready' } });
    return String(fileId);
  }
  const handIn = (who: Learner, assignmentId: string, pictures?: readonly string[], markdown = 'As you see.') =>
    call('POST', `/assignments/${assignmentId}/submissions`, who.id, {
      enrolmentId: who.enrolmentId,
      markdown,
      ...(pictures && { pictures }),
    });

  it('are handed in beside a text, and each version keeps its own; reviewers see them, a neighbour is answered 404', async () => {
    const assignmentId = await set(2);
    const [one, two, three] = [
      await upload(mei, assignmentId, 1),
      await upload(mei, assignmentId, 2),
      await upload(mei, assignmentId, 3),
    ];
    expect((await get(mei, one, mei.id)).status).toBe(200);
    // What was not handed in is nobody else's to see.
    expect((await get(mei, one, lin)).status).toBe(404);
    const first = await handIn(mei, assignmentId, [two, one]);
    expect(first.status).toBe(201);
    const submissionId = String(first.body['id']);
    const returned = { version: 1, verdict: 'changes_requested', comment: 'One more.' };
    expect((await call('POST', `/submissions/${submissionId}/feedback`, lin, returned)).status).toBe(201);
    expect((await handIn(mei, assignmentId, [one, three], 'Once more.')).status).toBe(201);
    const versions = [
      { version: 1, markdown: 'As you see.', pictures: [two, one] },
      { version: 2, markdown: 'Once more.', pictures: [one, three] },
    ];
    for (const [path, who] of [
      [`/assignments/${assignmentId}/submissions/mine`, mei.id],
      [`/submissions/${submissionId}`, lin],
    ] as const)
      expect((await call('GET', path, who)).body).toMatchObject({ versions });
    for (const who of [mei.id, lin])
      for (const size of ['full', 'thumbnail'])
        expect((await get(mei, two, who, size)).headers.get('content-type')).toBe('image/jpeg');
    expect((await get(mei, two, lin)).headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    for (const who of [tom.id, outsider]) expect((await get(mei, two, who)).status).toBe(404);
    expect((await get(tom, two, tom.id)).status).toBe(404);
    expect((await get(mei, two, deputy)).status).toBe(403);
    expect((await get(mei, two, null)).status).toBe(401);
  });

  it('are taken as far as the assignment takes them', async () => {
    const [none, some] = [await set(), await set(1)];
    expect(await announce(mei, none, 10)).toMatchObject({ status: 409, body: { code: 'files_not_accepted' } });
    expect(await announce(mei, some, 13_000_000)).toMatchObject({ status: 422, body: { code: 'file_too_large' } });
    expect(await announce(mei, randomUUID(), 10)).toMatchObject({ status: 404, body: { code: 'no_assignment' } });
    expect((await announce(mei, some, 10, tom.id)).status).toBe(404);
    const voice = { assignmentId: some, kind: 'voice', bytes: 10 };
    expect((await call('POST', place(mei), mei.id, voice)).status).toBe(400);
    const [one, two] = [await upload(mei, some, 11), await upload(mei, some, 12)];
    expect(await handIn(mei, some, [one, two])).toMatchObject({
      status: 409,
      body: { code: 'files_not_accepted', mostPictures: 1, fields: [{ path: 'pictures' }] },
    });
    expect(await handIn(mei, none, [one])).toMatchObject({ status: 409, body: { code: 'files_not_accepted' } });
    expect(await handIn(mei, some, [one], '   ')).toMatchObject({ status: 422, body: { code: 'empty' } });
    for (const mostPictures of [-1, 10, 1.5]) {
      const asked = { title: 'T', instructions: 'I', dueAt: '2026-03-06T02:00:00+08:00', mostPictures };
      const refused = await call('POST', `/cohorts/${cohortId}/assignments`, lin, asked);
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('mostPictures')]);
    }
    // A correction shows what it was, and holds for what is handed in from then on.
    const fewer = { title: 'Draw it', instructions: 'Draw.', dueAt: '2026-03-06T02:00:00+08:00', reason: 'Text only.' };
    expect((await call('PUT', `/assignments/${some}`, lin, fewer)).body).toMatchObject({
      mostPictures: 0,
      corrections: [{ before: { mostPictures: 1 } }],
    });
    expect(await handIn(mei, some, [one])).toMatchObject({ body: { code: 'files_not_accepted' } });
    expect((await handIn(mei, some)).status).toBe(201);
  });

  it('are of the learner and the enrolment, whole, and of one piece of homework', async () => {
    const [assignmentId, other] = [await set(3), await set(3)];
    const foreign = await upload(tom, assignmentId, 21);
    const unfinished = String((await announce(mei, assignmentId, 10)).body['fileId']);
    for (const fileId of [foreign, unfinished, randomUUID()])
      expect(await handIn(mei, assignmentId, [fileId])).toMatchObject({
        status: 422,
        body: { code: 'file_not_there', fileId, fields: [{ path: 'pictures' }] },
      });
    const own = await upload(mei, assignmentId, 22);
    expect(await handIn(mei, assignmentId, [own, own])).toMatchObject({ status: 409, body: { code: 'file_used' } });
    expect((await handIn(mei, assignmentId, [own])).status).toBe(201);
    expect(await handIn(mei, other, [own])).toMatchObject({ status: 409, body: { code: 'file_used' } });
    expect((await send(mei, own, Buffer.from('more'), tom.id)).status).toBe(404);
  });

  it('are refused where they are a script, a drawing that runs, or a picture that ends as something else', async () => {
    const assignmentId = await set(1);
    const picture = await drawnPicture(31);
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    for (const content of [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('#!/bin/sh\nrm -rf /\n'),
      Buffer.from('%PDF-1.7\n'),
      Buffer.concat([Buffer.from('GIF89a/*'), html]),
    ]) {
      const { fileId } = (await announce(mei, assignmentId, content.length)).body;
      expect(await send(mei, fileId, content)).toMatchObject({ status: 422, body: { code: 'file_type_refused' } });
      expect(await handIn(mei, assignmentId, [String(fileId)])).toMatchObject({ body: { code: 'file_not_there' } });
    }
    const polyglot = Buffer.concat([picture, html]);
    const { fileId } = (await announce(mei, assignmentId, polyglot.length)).body;
    await send(mei, fileId, polyglot);
    const { bytes } = await get(mei, String(fileId), mei.id);
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(bytes.includes('script')).toBe(false);
  });

  it('are gone after a day where they were not handed in, and stay where they were', async () => {
    const assignmentId = await set(2);
    const [unused, used] = [await upload(tom, assignmentId, 41), await upload(tom, assignmentId, 42)];
    expect((await handIn(tom, assignmentId, [used])).status).toBe(201);
    env.clock.set('2026-03-04T11:30:00Z');
    // Too late to be handed in, for it may be gone in a moment.
    expect(await handIn(tom, assignmentId, [unused])).toMatchObject({ body: { code: 'file_not_there' } });
    env.clock.set('2026-03-04T13:00:00Z');
    service.periodics.get('unused-files')?.nudge();
    await eventually(async () => (await get(tom, unused, tom.id)).status === 404);
    expect((await get(tom, used, tom.id)).status).toBe(200);
  });

  it('of who is erased nothing is left, not even which files there were and what they were called', async () => {
    const asked = {
      title: 'T',
      instructions: 'I',
      dueAt: '2026-03-06T02:00:00+08:00',
      mostPictures: 1,
      mostAttachments: 1,
    };
    const assignmentId = String((await call('POST', `/cohorts/${cohortId}/assignments`, lin, asked)).body['id']);
    const fileId = await upload(gone, assignmentId, 51);
    const pdf = writtenPdf('Mine');
    const announced = { assignmentId, kind: 'attachment', bytes: pdf.length, name: 'a-name-that-tells.pdf' };
    const attached = String((await call('POST', place(gone), gone.id, announced)).body['fileId']);
    expect((await send(gone, attached, pdf)).status).toBe(200);
    const handed = await call('POST', `/assignments/${assignmentId}/submissions`, gone.id, {
      enrolmentId: gone.enrolmentId,
      markdown: 'As you see.',
      pictures: [fileId],
      attachments: [attached],
    });
    expect((await get(gone, attached, lin)).status).toBe(200);
    const path = `/submissions/${String(handed.body['id'])}`;
    expect(await collectionsWith(fileId)).toEqual(expect.arrayContaining(['files', 'portfolios']));
    const erased = { enrolmentId: gone.enrolmentId, cohortId, erasedAt: NOON };
    await env.publish('membership.enrolment', gone.enrolmentId, 'membership.enrolment-erased.v1', erased);
    await eventually(async () => (await get(gone, fileId, gone.id)).status === 404);
    for (const word of [fileId, attached, 'a-name-that-tells'])
      await eventually(async () => (await collectionsWith(word)).length === 0);
    expect((await get(gone, attached, lin)).status).toBe(404);
    expect((await call('GET', path, lin)).body).toMatchObject({
      versions: [{ version: 1, markdown: '', pictures: [], attachments: [] }],
    });
  });

  describe('attachments', () => {
    const setTaking = async (mostAttachments: number, mostPictures = 0): Promise<string> => {
      const asked = { title: 'Read', instructions: 'Read it.', dueAt: '2026-03-06T02:00:00+08:00' };
      const answer = await call('POST', `/cohorts/${cohortId}/assignments`, lin, {
        ...asked,
        mostAttachments,
        mostPictures,
      });
      expect(answer).toMatchObject({ status: 201, body: { mostAttachments, mostPictures } });
      return String(answer.body['id']);
    };
    const announcePdf = (assignmentId: string, bytes: number, name = '笔记.pdf') =>
      call('POST', place(mei), mei.id, { assignmentId, kind: 'attachment', bytes, name });
    async function attach(assignmentId: string, content: Buffer, name?: string): Promise<string> {
      const { fileId } = (await announcePdf(assignmentId, content.length, name)).body;
      expect(await send(mei, fileId, content)).toMatchObject({ status: 200, body: { status: 'ready' } });
      return String(fileId);
    }
    const handInWith = (assignmentId: string, attachments: readonly string[], pictures: readonly string[] = []) =>
      call('POST', `/assignments/${assignmentId}/submissions`, mei.id, {
        enrolmentId: mei.enrolmentId,
        markdown: 'As attached.',
        attachments,
        pictures,
      });

    it('are given back as they came, to be saved, to their learner and to who reviews, and to nobody else', async () => {
      const assignmentId = await setTaking(2);
      const pdf = writtenPdf('As it came');
      const fileId = await attach(assignmentId, pdf, '我的笔记\u202e(1).exe');
      const name = '我的笔记(1).exe.pdf';
      expect((await get(mei, fileId, lin)).status).toBe(404);
      const handed = await handInWith(assignmentId, [fileId]);
      expect(handed.status).toBe(201);
      const path = `/submissions/${String(handed.body['id'])}`;
      const versions = [{ version: 1, pictures: [], attachments: [{ fileId, name, bytes: pdf.length }] }];
      for (const [shown, who] of [
        [`/assignments/${assignmentId}/submissions/mine`, mei.id],
        [path, lin],
      ] as const)
        expect((await call('GET', shown, who)).body).toMatchObject({ versions });
      for (const who of [mei.id, lin]) {
        const { status, bytes, headers } = await get(mei, fileId, who);
        expect([status, bytes.equals(pdf), headers.get('content-type')]).toEqual([200, true, 'application/pdf']);
        expect(headers.get('content-disposition')).toBe(
          `attachment; filename="____(1).exe.pdf"; filename*=UTF-8''${encodeURIComponent('我的笔记')}%281%29.exe.pdf`,
        );
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      }
      expect((await get(mei, fileId, mei.id, 'thumbnail')).status).toBe(404);
      for (const who of [tom.id, outsider]) expect((await get(mei, fileId, who)).status).toBe(404);
      expect((await get(mei, fileId, deputy)).status).toBe(403);
      expect((await get(mei, fileId, null)).status).toBe(401);
      const part = await fetch(`${service.url}${place(mei)}/${fileId}/content`, {
        headers: { authorization: env.bearer(lin), range: 'bytes=5-8' },
      });
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
        206,
        `bytes 5-8/${pdf.length}`,
        '1.4\n'.slice(0, 4),
      ]);
    });

    it('are PDFs by what is in them, whatever they are called, and come slice by slice', async () => {
      const assignmentId = await setTaking(1, 1);
      const pdf = writtenPdf('In two parts');
      const zip = 'PK\u0005\u0006'.padEnd(22, '\0');
      for (const content of [
        Buffer.from('<html><script>alert(1)</script></html>'),
        Buffer.concat([Buffer.from('<html>'), pdf]),
        Buffer.concat([pdf, Buffer.from(zip)]),
        Buffer.concat([pdf, Buffer.from('<script>alert(1)</script>')]),
        await drawnPicture(61),
      ]) {
        const { fileId } = (await announcePdf(assignmentId, content.length, 'notes.pdf')).body;
        expect(await send(mei, fileId, content)).toMatchObject({ status: 422, body: { code: 'file_type_refused' } });
        expect((await get(mei, String(fileId), mei.id)).status).toBe(404);
        expect(await handInWith(assignmentId, [String(fileId)])).toMatchObject({
          status: 422,
          body: { code: 'file_not_there', fields: [{ path: 'attachments' }] },
        });
      }
      const { fileId } = (await announcePdf(assignmentId, pdf.length)).body;
      expect((await send(mei, fileId, pdf.subarray(0, 100))).body).toMatchObject({
        received: 100,
        status: 'receiving',
      });
      const rest = `${place(mei)}/${String(fileId)}?offset=100`;
      expect((await call('PATCH', rest, mei.id, pdf.subarray(100))).body).toMatchObject({ status: 'ready' });
      // Each kind has its own place.
      expect(await handInWith(assignmentId, [], [String(fileId)])).toMatchObject({
        body: { code: 'file_not_there', fields: [{ path: 'pictures' }] },
      });
      expect((await handInWith(assignmentId, [String(fileId)])).status).toBe(201);
    });

    it('are as many and as large as the assignment and a version take', async () => {
      const [none, two, many] = [await setTaking(0, 1), await setTaking(2), await setTaking(10, 1)];
      expect(await announcePdf(none, 10)).toMatchObject({
        status: 409,
        body: { code: 'files_not_accepted', mostAttachments: 0, fields: [{ path: 'attachments' }] },
      });
      expect(await announcePdf(two, 20_000_001)).toMatchObject({ status: 400 });
      for (const name of ['', 'n'.repeat(256)]) {
        const announced = { assignmentId: two, kind: 'attachment', bytes: 10, name };
        expect((await call('POST', place(mei), mei.id, announced)).status).toBe(400);
      }
      const nameless = await call('POST', place(mei), mei.id, { assignmentId: two, kind: 'attachment', bytes: 10 });
      expect(nameless).toMatchObject({ status: 201, body: { kind: 'attachment' } });
      for (const mostAttachments of [-1, 11, 1.5]) {
        const asked = { title: 'T', instructions: 'I', dueAt: '2026-03-06T02:00:00+08:00', mostAttachments };
        const refused = await call('POST', `/cohorts/${cohortId}/assignments`, lin, asked);
        expect([refused.status, JSON.stringify(refused.body)]).toEqual([
          400,
          expect.stringContaining('mostAttachments'),
        ]);
      }
      const small: string[] = [];
      for (let count = 0; count < 10; count += 1) small.push(await attach(many, writtenPdf(`No ${count}`)));
      expect(await handInWith(two, small.slice(0, 3))).toMatchObject({
        status: 409,
        body: { code: 'files_not_accepted', mostAttachments: 2, fields: [{ path: 'attachments' }] },
      });
      const picture = await upload(mei, many, 62);
      expect(await handInWith(many, small, [picture])).toMatchObject({
        status: 409,
        body: { code: 'files_not_accepted', mostFiles: 10 },
      });
      const large: string[] = [];
      for (let count = 0; count < 3; count += 1) large.push(await attach(many, writtenPdf('Large', 17_000_000)));
      expect(await handInWith(many, large)).toMatchObject({
        status: 422,
        body: { code: 'file_too_large', mostBytes: 50_000_000, fields: [{ path: 'attachments' }] },
      });
      expect((await handInWith(many, small)).status).toBe(201);
      expect(await handInWith(two, small.slice(0, 1))).toMatchObject({ status: 409, body: { code: 'file_used' } });
    });
  });

  /** Names of the collections in which something stands. */
  async function collectionsWith(word: string): Promise<string[]> {
    const { MONGO_URL: url, MONGO_DB: db } = env.config;
    const mongo = await connectMongo({ url, db, logger: createLogger({ service: 'test', level: 'silent' }) });
    const found = new Set<string>();
    for (const { collectionName } of (await mongo.connection.db?.collections()) ?? [])
      for await (const document of mongo.connection.collection(collectionName).find())
        if (JSON.stringify(document).includes(word)) found.add(collectionName);
    await mongo.stop();
    return [...found];
  }
});

/** As when the process ended between the two writes. */
it('a sweep keeps a file whose use was not written down, because the portfolio names it, and no other', async () => {
  const placeId = 'e';
  const version = {
    version: 1,
    characters: 1,
    pictures: ['named'],
    attachments: [{ fileId: 'attached' }],
    submittedAtMs: 0,
    late: false,
  };
  const portfolio = { submissions: [{ id: 's', versions: [version] }] };
  const done: unknown[] = [];
  const files = {
    unused: () => Promise.resolve(['named', 'attached', 'forgotten'].map((fileId) => ({ fileId, placeId }))),
    use: (fileIds: readonly string[], usedFor: string) => Promise.resolve(done.push(['use', fileIds, usedFor])),
    remove: (fileIds: readonly string[]) => Promise.resolve(done.push(['remove', fileIds])),
  };
  const ports = { files, clock: { nowMs: () => 0 }, portfolios: { load: () => Promise.resolve(portfolio) } };
  // Of each port only what a sweep asks is there.
  await createSweepHandInFiles(ports as never)(new AbortController().signal);
  expect(done).toEqual([
    ['use', ['named'], 's'],
    ['use', ['attached'], 's'],
    ['remove', ['forgotten']],
  ]);
});
