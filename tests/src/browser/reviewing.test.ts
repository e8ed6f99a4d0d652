import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { homeworkHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import type { Session } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { account, staffMember, type Member } from '../support/cohort-world';
import { axeFaults, type Phone, type PhoneOptions } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(400_000);

const PATIENCE = { timeout: 40_000 };
const SCREENS = join(dakaDir, 'screens');
const LEARNERS = ['mei', 'lin', 'wu', 'tan', 'xu'];
const WORKS = 100;
/** What the issue asks for is a second on a quiet machine; this is what no machine is to need. */
const MOST_MS = 5_000;
const SHOWN_ESSAY = "/Essay (\\d+)/.exec(document.querySelector('article')?.innerText ?? '')?.[1] ?? null";

/** Whoever answers homework, at a desk and without a mouse, against the real system. */
describe('reviewing', () => {
  let phones: PhoneWorld;
  let people: readonly Member[];
  const teachers = [account('Qin'), account('Bai')] as const;
  let teacher: Session;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    phones = await startPhoneWorld(LEARNERS, { policy: patientPolicy });
    [teacher] = [
      await staffMember(phones.world.client, phones.course, 'instructor', teachers[0]),
      await staffMember(phones.world.client, phones.course, 'instructor', teachers[1]),
    ];
    people = phones.members(LEARNERS);
  }, 240_000);
  afterEach(async () => expect(await phones.putAway()).toEqual([]));
  afterAll(() => phones?.stop());

  it('a hundred by keyboard alone: overdue, today, later; the next text is there at once', async () => {
    await handInAll(WORKS);
    phones.world.setClock('2026-03-05T04:00:00Z');
    const say = saidIn('en');
    const { page, open } = await desk(0, { language: 'en' });
    await open(queue());
    for (const [group, count] of [
      ['Overdue', 40],
      ['Today', 30],
      ['Later', 30],
    ])
      await page.getByRole('heading', { name: `${group} · ${count}`, exact: true }).waitFor(PATIENCE);
    await page.keyboard.press('j');
    await untilShown(page, null);
    await page.getByText(/^Yours until/).waitFor(PATIENCE);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: join(SCREENS, `queue-desk.en.${colorScheme}.png`) });
    }

    const tookMs: number[] = [];
    for (let answered = 0; answered < WORKS; answered += 1) {
      const number = await page.evaluate<string>(SHOWN_ESSAY);
      await page.keyboard.press('8');
      await page.keyboard.press('c');
      await page.keyboard.type(`On essay ${number}: j k a r z`);
      await page.keyboard.press('Escape');
      const sentMs = performance.now();
      await page.keyboard.press(Number(number) % 2 === 0 ? 'a' : 'r');
      if (answered === WORKS - 1) break;
      await untilShown(page, number);
      tookMs.push(performance.now() - sentMs);
    }
    await page.getByText(say('queue.empty')).waitFor(PATIENCE);
    tookMs.sort((a, b) => a - b);
    const [median, most] = [tookMs[WORKS / 2] ?? Infinity, tookMs.at(-1) ?? Infinity].map(Math.round);
    process.stdout.write(`${WORKS} verdicts: to the next text ${median} ms (median), ${most} ms at most\n`);
    expect(most).toBeLessThan(MOST_MS);

    await untilAllKept();
    phones.world.setClock('2026-03-05T04:00:11Z');
    await eventually(async () => (await saidTo(people)).length === WORKS, { timeoutMs: 60_000 });
    for (const { feedback, versions } of await saidTo(people)) {
      const number = Number(/Essay (\d+)/.exec(versions[0]?.markdown ?? '')?.[1]);
      expect(feedback).toEqual([
        expect.objectContaining({
          comment: `On essay ${number}: j k a r z`,
          verdict: number % 2 === 0 ? 'accepted' : 'changes_requested',
          scorePercent: 80,
        }),
      ]);
    }
  });

  it('a verdict that is taken back leaves no word to the learner, and what was written is there again', async () => {
    const say = saidIn('zh-CN');
    const [first, second] = [await handIn(0, '撤回'), await handIn(1, '不撤回')];
    const { page, open } = await desk(0);
    await open(queue({ assignment: first.assignmentId }));
    await page.keyboard.press('j');
    await comment(page, say, '写得很细。');
    await page.keyboard.press('9');
    await page.keyboard.press('a');
    await page.getByText(say('queue.empty')).waitFor(PATIENCE);
    await page.getByRole('button', { name: say('queue.undo') }).waitFor(PATIENCE);
    await page.screenshot({ path: join(SCREENS, 'queue-undo.zh-CN.png') });
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: LEARNERS[0]!, exact: true }).waitFor(PATIENCE);
    await eventually(async () => (await written(page, say)) === '写得很细。');
    expect(await page.getByLabel(say('queue.score')).inputValue()).toBe('90');

    // Another that is not taken back is said, so this one had its time too.
    await open(queue({ assignment: second.assignmentId }));
    await page.keyboard.press('j');
    await comment(page, say, '开头可以短一点。');
    await page.keyboard.press('r');
    await page.getByText(say('queue.empty')).waitFor(PATIENCE);
    await eventually(async () => (await keptOf(second.submissionId)) !== null);
    phones.world.setClock('2026-03-05T05:00:00Z');
    await eventually(async () => (await workOf(second.submissionId)).status === 'changes_requested', {
      timeoutMs: 30_000,
    });
    expect(await workOf(first.submissionId)).toMatchObject({ status: 'submitted', feedback: [] });
  });

  it('a comment that is half typed survives the death of its tab', async () => {
    const say = saidIn('zh-CN');
    const { assignmentId, submissionId } = await handIn(2, '崩溃');
    const phone = await desk(0);
    await phone.open(queue({ assignment: assignmentId, item: submissionId }));
    await phone.page.keyboard.press('7');
    await comment(phone.page, say, '写到一半的话');
    await phone.page.getByText(say('draft.saved')).waitFor(PATIENCE);
    const devtools = await phone.context.newCDPSession(phone.page);
    const crashed = phone.page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
    await crashed;

    const page = await phone.context.newPage();
    await page.goto(queue({ assignment: assignmentId, item: submissionId }));
    await page.getByText('Essay').waitFor(PATIENCE);
    await eventually(async () => (await written(page, say)) === '写到一半的话');
    expect(await page.getByLabel(say('queue.score')).inputValue()).toBe('70');
    await page.getByText(/^你在批/).waitFor(PATIENCE);
  });

  it('a newer version is announced and the comment kept, also where the verdict was given already', async () => {
    const say = saidIn('zh-CN');
    const { assignmentId, submissionId } = await handIn(3, '新版');
    const { page, open } = await desk(0);
    await open(queue({ assignment: assignmentId, item: submissionId }));
    await page.getByText('Essay').waitFor(PATIENCE);
    await comment(page, say, '结尾很好。');
    await handInAgain(3, assignmentId, 'Essay 两');
    await page.getByText(say('queue.newer', { version: 2 })).waitFor(PATIENCE);
    await page.keyboard.press('a');
    await page.getByText(say('queue.readNewer')).waitFor(PATIENCE);
    expect(await written(page, say)).toBe('结尾很好。');
    await page.keyboard.press('v');
    await page.getByText('Essay 两').waitFor(PATIENCE);
    await page.keyboard.press('a');
    await page.getByText(say('queue.empty')).waitFor(PATIENCE);
    await eventually(async () => (await keptOf(submissionId))?.version === 2);

    await handInAgain(3, assignmentId, 'Essay 三');
    await page.getByRole('link', { name: LEARNERS[3]! }).waitFor(PATIENCE);
    await page.keyboard.press('j');
    await page.getByText('Essay 三').waitFor(PATIENCE);
    await page.getByText(say('queue.overtaken')).waitFor(PATIENCE);
    await page.getByRole('button', { name: say('queue.useComment') }).click();
    expect(await written(page, say)).toBe('结尾很好。');
    phones.world.setClock('2026-03-05T06:00:00Z');
    expect(await workOf(submissionId)).toMatchObject({ status: 'submitted', feedback: [] });
  });

  it('two never work at the same piece: the other is told whose it is, and a claim runs out to be seen', async () => {
    const say = saidIn('zh-CN');
    const { assignmentId, submissionId } = await handIn(4, '两个人');
    const address = queue({ assignment: assignmentId, item: submissionId });
    const pair = [await desk(0), await desk(1)];
    await Promise.all(pair.map(({ open }) => open(address)));
    const mine = (page: Page) => page.getByText(/^你在批/);
    const isMine = async ({ page }: Phone) => mine(page).isVisible();
    const isTheirs = async ({ page }: Phone) => page.getByText(/正在批这份，保留到/).isVisible();
    await eventually(async () => {
      const [a, b] = [await isMine(pair[0]!), await isMine(pair[1]!)];
      return a !== b && (await isTheirs(a ? pair[1]! : pair[0]!));
    });
    const at = (await isMine(pair[0]!)) ? 0 : 1;
    const [holder, other] = [pair[at]!, pair[1 - at]!];
    await other.page.getByText(new RegExp(`^${teachers[at].displayName}正在批这份`)).waitFor(PATIENCE);
    expect(await other.page.getByRole('button', { name: say('queue.accept') }).isDisabled()).toBe(true);

    await holder.page.getByRole('button', { name: say('queue.close') }).click();
    await other.page.getByRole('button', { name: say('queue.lookAgain') }).click();
    await mine(other.page).waitFor(PATIENCE);
    // Half an hour without a key.
    phones.world.setClock('2026-03-05T06:40:00Z');
    await other.page.getByText(/^你的认领到/).waitFor(PATIENCE);
    await holder.open(address);
    await mine(holder.page).waitFor(PATIENCE);
    await other.page.getByRole('button', { name: say('queue.takeAgain') }).click();
    await other.page.getByText(new RegExp(`^${teachers[at].displayName}正在批这份`)).waitFor(PATIENCE);
  });

  it('keys are letters where somebody writes; comments are saved, found and thrown away', async () => {
    const say = saidIn('en');
    const { assignmentId, submissionId } = await handIn(0, 'keys');
    const { page, open } = await desk(1, { language: 'en' });
    await open(queue({ assignment: assignmentId, item: submissionId }));
    await page.getByText('Essay').waitFor(PATIENCE);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('a');
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(SCREENS, 'queue-keys.en.png') });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('c');
    await page.keyboard.type('jar z?/19 vc');
    expect(await written(page, say)).toBe('jar z?/19 vc');
    expect(await page.getByLabel(say('queue.score')).inputValue()).toBe('');
    expect(new URL(page.url()).searchParams.get('item')).toBe(submissionId);
    await page.getByRole('button', { name: say('queue.saveSnippet') }).click();
    await page.getByText(say('queue.snippetSaved'), { exact: true }).waitFor(PATIENCE);

    await page.getByLabel(say('queue.comment')).fill('First.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('jar');
    await page.keyboard.press('Enter');
    expect(await written(page, say)).toBe('First.\n\njar z?/19 vc');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('button', { name: say('queue.removeSnippet', { words: 'jar z?/19 vc' }) }).click();
    await page.getByText(say('queue.noSnippets')).waitFor(PATIENCE);
    expect(await workOf(submissionId)).toMatchObject({ status: 'submitted' });

    // The filters stand in the address, and a name is found in it.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: say('queue.close') }).click();
    await page.getByLabel(say('queue.who')).fill('nobody here');
    await page.getByText(say('queue.empty')).waitFor(PATIENCE);
    await page.getByLabel(say('queue.who')).fill('MEI');
    await page.getByRole('link', { name: 'mei' }).waitFor(PATIENCE);
    await page.reload();
    await page.getByRole('link', { name: 'mei' }).waitFor(PATIENCE);
    expect(await page.getByLabel(say('queue.who')).inputValue()).toBe('MEI');
  });

  const queue = (search: Record<string, string> = {}): string =>
    `/cohorts/${phones.course.cohort.id}/queue?${new URLSearchParams(search).toString()}`;

  function desk(which: 0 | 1, options: Partial<PhoneOptions> = {}): Promise<Phone> {
    const { email, password } = teachers[which];
    return phones.phone({ width: 1_280, ...options, signIn: { email, password } });
  }

  async function comment(page: Page, say: ReturnType<typeof saidIn>, words: string): Promise<void> {
    await page.getByText('Essay').first().waitFor(PATIENCE);
    await page.keyboard.press('c');
    await page.getByLabel(say('queue.comment')).fill(words);
    await page.keyboard.press('Escape');
  }

  const written = (page: Page, say: ReturnType<typeof saidIn>): Promise<string> =>
    page.getByLabel(say('queue.comment'), { exact: true }).inputValue();

  async function untilShown(page: Page, before: string | null): Promise<void> {
    const endMs = performance.now() + PATIENCE.timeout;
    for (;;) {
      // Asked from outside: a page lets nobody evaluate what it says.
      const shown = await page.evaluate<string | null>(SHOWN_ESSAY);
      if (shown !== null && shown !== before) return;
      if (performance.now() > endMs) throw new Error(`after essay ${before} came none`);
      await page.waitForTimeout(5);
    }
  }

  async function assign(title: string): Promise<string> {
    const path = `/api/homework/cohorts/${phones.course.cohort.id}/assignments`;
    const body = { title, instructions: 'Write.', dueAt: '2026-03-09T14:00:00Z' };
    return (await teacher.ask({ method: 'POST', path, body }, homeworkHttp.Assignment)).id;
  }

  async function handInAgain(who: number, assignmentId: string, markdown: string): Promise<string> {
    const { session, enrolmentId } = people[who]!;
    const path = `/api/homework/assignments/${assignmentId}/submissions`;
    return (await session.ask({ method: 'POST', path, body: { enrolmentId, markdown } }, homeworkHttp.Submission)).id;
  }

  async function handIn(who: number, title: string) {
    const assignmentId = await assign(title);
    return { assignmentId, submissionId: await handInAgain(who, assignmentId, `Essay on ${title}`) };
  }

  /** So that at noon of 5 March in Shanghai 40 are overdue, 30 are promised for that day and 30 for a later one. */
  async function handInAll(count: number): Promise<void> {
    for (let number = 0; number < count; number += people.length) {
      if (number === 0) phones.world.setClock('2026-03-02T04:00:00Z');
      if (number === 40) phones.world.setClock('2026-03-03T08:00:00Z');
      if (number === 70) phones.world.setClock('2026-03-04T08:00:00Z');
      const assignmentId = await assign(`Assignment ${number}`);
      await Promise.all(
        people.map((_, who) => handInAgain(who, assignmentId, `# Essay ${number + who}\n\nWhat I saw.`)),
      );
    }
  }

  async function workOf(submissionId: string) {
    const path = `/api/homework/submissions/${submissionId}`;
    return teacher.ask({ method: 'GET', path }, homeworkHttp.SubmissionWithText);
  }

  async function keptRows() {
    const path = `/api/homework/cohorts/${phones.course.cohort.id}/review-queue?state=kept&limit=200`;
    return (await teacher.ask({ method: 'GET', path }, homeworkHttp.ReviewQueue)).items;
  }
  const keptOf = async (id: string) => (await keptRows()).find(({ submissionId }) => submissionId === id)?.kept ?? null;
  const untilAllKept = () => eventually(async () => (await keptRows()).length === WORKS, { timeoutMs: 60_000 });

  /** All that learners were answered, as they see it. */
  async function saidTo(learners: readonly Member[]) {
    const said = await Promise.all(
      learners.map(async ({ session, enrolmentId }) => {
        const path = `/api/homework/enrolments/${enrolmentId}/homework`;
        const { items } = await session.ask({ method: 'GET', path }, homeworkHttp.Completion);
        const ids = items.flatMap(({ submissionId, unread }) =>
          submissionId !== null && unread > 0 ? [submissionId] : [],
        );
        return Promise.all(ids.map(workOf));
      }),
    );
    return said.flat();
  }
});
