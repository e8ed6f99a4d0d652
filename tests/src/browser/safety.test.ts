import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homeworkHttp } from '@daka/contracts';
import { staffMember, type Member } from '../support/cohort-world';
import { payloads, payloadText } from './payloads';
import { patientPolicy, startPhoneWorld, textsOf, type PhoneWorld } from './phone-world';

jest.setTimeout(120_000);

const COHORT = {
  // Homework counts for no day here, so that the days can be written in.
  policy: { ...patientPolicy, checkIn: { ...patientPolicy.checkIn, accepts: ['entry' as const] } },
  title: payloadText(200),
  organisation: payloadText(120, 40),
  rules: [
    { title: payloadText(200, 20), text: payloadText(5_000, 60) },
    { title: payloadText(200, 70), text: `${payloadText(4_900)} plum blossom` },
  ],
};

describe('a page', () => {
  let phones: PhoneWorld;
  let learner: Member;
  let assignmentId: string;

  beforeAll(async () => {
    phones = await startPhoneWorld(['writer'], COHORT);
    phones.world.setClock('2026-03-02T04:00:00Z');
    const phone = await phones.memberOnPhone('writer');
    ({ learner } = phone);
    await phone.close();
    assignmentId = await fillEveryField(phones, learner);
  }, 240_000);
  afterAll(() => phones?.stop());
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('shows a hundred payloads as the texts that they are, in every field that somebody can fill', async () => {
    expect(payloads).toHaveLength(100);
    phones.world.setClock('2026-03-03T04:00:00Z');
    const { page, open, context } = await phones.memberOnPhone('writer');
    const opened: string[] = [];
    page.on('dialog', (dialog) => void opened.push(dialog.message()));
    context.on('request', (request) => {
      if (!request.url().startsWith(phones.world.system.origin) && !/^(data|blob):/.test(request.url()))
        opened.push(request.url());
    });
    for (const path of [
      '/cohorts',
      `/cohorts/${phones.course.cohort.id}`,
      `/cohorts/${phones.course.cohort.id}/join`,
      `/enrolments/${learner.enrolmentId}`,
      '/today',
      '/make-up/2026-03-02',
      '/days',
      '/money',
      '/homework',
      `/homework/${assignmentId}`,
      '/more',
      '/leave',
      '/appeals',
    ]) {
      await open(path);
      const ran = await page.evaluate(
        '[window.ran ?? null, frames.length, document.baseURI.startsWith(location.origin)]',
      );
      expect([path, ran, opened]).toEqual([path, [null, 0, true], []]);
    }
    // They were there to be shown.
    await open(`/homework/${assignmentId}`);
    expect(await page.locator('main').innerText()).toContain(payloads[0]);
    await open('/today');
    await page.getByLabel('今天写点什么').fill(payloads.join('\n'));
    await page.getByRole('button', { name: '打卡' }).click();
    await page.getByText('第 2 天完成').waitFor();
    expect(await page.evaluate('window.ran ?? null')).toBe(null);
    expect(await textsOf(learner, '2026-03-03')).toEqual([payloads.join('\n')]);
  });

  it.each([
    '/sign-in?next=javascript:window.ran=1',
    '/sign-in?next=//evil.example/',
    '/sign-in?next=/\\evil.example/',
    '/sign-in?next=https://evil.example/',
  ])('goes nowhere else after a sign-in, whatever its address says: %s', async (path) => {
    const { page, open } = await phones.phone();
    await open(path);
    await page.getByLabel('邮箱').fill(learner.account.email);
    await page.getByLabel('密码').fill(learner.account.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/today');
    expect(new URL(page.url()).origin).toBe(phones.world.system.origin);
    expect(await page.evaluate('window.ran ?? null')).toBe(null);
  });

  it('leaves no token where a script can read: not in a storage, a cookie, a database, a cache or an answer', async () => {
    const { page, open, context } = await phones.memberOnPhone('writer');
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
    });
    for (const path of ['/today', '/money', '/more']) await open(path);
    const readable = String(await page.evaluate(EVERYTHING_KEPT));
    expect(readable).toContain('daka-outbox'); // it did look
    // Of the session and of the device.
    const secret = (await context.cookies()).map(({ value }) => value);
    expect(secret).toHaveLength(2);
    for (const text of [readable, ...(await Promise.all(answers))]) {
      expect(text).not.toMatch(/eyJ[\w-]{10,}\./);
      for (const value of secret) expect(text).not.toContain(value);
    }
  });

  it('of another origin can neither read nor write, though the browser sends the cookie along', async () => {
    const { context } = await phones.memberOnPhone('writer');
    const elsewhere = await serveEmptyPage();
    const { hostname } = new URL(phones.world.system.origin);
    const page = await context.newPage();
    await page.goto(`http://${hostname}:${(elsewhere.address() as AddressInfo).port}/`);
    const url = `${phones.world.system.origin}/api/checkin/enrolments/${learner.enrolmentId}/entries`;
    const body = JSON.stringify({ day: '2026-03-04', text: 'written from elsewhere' });
    phones.world.setClock('2026-03-04T04:00:00Z');
    const seen: number[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(phones.world.system.origin)) seen.push(response.status());
    });
    const read = await page.evaluate(attempt(`${phones.world.system.origin}/api/today`, {}));
    const written = await page.evaluate(
      attempt(url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' } }),
    );
    const simple = await page.evaluate(attempt(url, { method: 'POST', body, mode: 'no-cors' }));
    expect([read, written]).toEqual(['nothing', 'nothing']);
    expect(simple).toBe('opaque');
    expect(seen.filter((status) => status === 201)).toEqual([]);
    expect(await textsOf(learner, '2026-03-04')).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
  });
});

/** An attempt of a page's script, and what it got to read. */
function attempt(url: string, init: object): string {
  const options = JSON.stringify({ credentials: 'include', ...init });
  return `fetch(${JSON.stringify(url)}, ${options}).then((answer) => answer.type === 'opaque' ? 'opaque' : answer.text(), () => 'nothing')`;
}

/** All that a script of the page can find in the browser's storages. */
const EVERYTHING_KEPT = `(async () => {
  const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie, await caches.keys()];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => { const ask = indexedDB.open(name); ask.onsuccess = () => resolve(ask.result); });
    kept.push(name);
    for (const store of database.objectStoreNames)
      kept.push(await new Promise((resolve) => { const ask = database.transaction(store).objectStore(store).getAll(); ask.onsuccess = () => resolve(ask.result); }));
    database.close();
  }
  return JSON.stringify(kept);
})()`;

function serveEmptyPage(): Promise<Server> {
  const server = createServer((_req, res) =>
    res.setHeader('Content-Type', 'text/html').end('<!doctype html><p>elsewhere'),
  );
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}

/** What learners and staff write, as the payloads: an entry that is rejected, homework with feedback, leave, and an appeal. */
async function fillEveryField({ world, course }: PhoneWorld, { session, enrolmentId }: Member): Promise<string> {
  const instructor = await staffMember(world.client, course, 'instructor');
  const sent = async (by: typeof session, path: string, body: object) => {
    const answer = await by.send({ method: 'POST', path, body });
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.code}`);
  };
  const { id } = await instructor.ask(
    {
      method: 'POST',
      path: `/api/homework/cohorts/${course.cohort.id}/assignments`,
      body: { title: payloadText(200, 30), instructions: payloadText(20_000), dueAt: '2026-03-09T14:00:00Z' },
    },
    homeworkHttp.Assignment,
  );
  const { id: submissionId } = await session.ask(
    {
      method: 'POST',
      path: `/api/homework/assignments/${id}/submissions`,
      body: { enrolmentId, markdown: payloadText(20_000) },
    },
    homeworkHttp.Submission,
  );
  await sent(instructor, `/api/homework/submissions/${submissionId}/feedback`, {
    version: 1,
    verdict: 'changes_requested',
    comment: payloadText(1_000, 50),
  });
  const ofLearner = `/api/checkin/enrolments/${enrolmentId}`;
  await sent(session, `${ofLearner}/leave`, { days: ['2026-03-06'], reason: payloadText(1_000, 10) });
  await sent(session, `${ofLearner}/entries`, { day: '2026-03-02', text: payloads.join(' ') });
  await sent(instructor, `${ofLearner}/entries/2026-03-02/rejection`, { reason: payloadText(1_000, 80) });
  await sent(session, `${ofLearner}/appeals`, {
    subject: { kind: 'rejected_entry', day: '2026-03-02' },
    reason: payloadText(1_000, 90),
  });
  return id;
}
