import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkinHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import { eventually } from '@daka/service-kit/testing';
import { account, staffMember, type Member } from '../support/cohort-world';
import { uploadPicture } from '../support/upload-picture';
import { axeFaults } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const PATIENCE = { timeout: 40_000 };
const SCREENS = join(dakaDir, 'screens');
const policy = {
  ...patientPolicy,
  checkIn: { ...patientPolicy.checkIn, accepts: ['entry' as const, 'picture' as const], minPictures: 1 },
};
/** How wide the picture is that is shown large; 0 where it cannot be drawn. */
const LARGE_WIDTH = `(async () => {
  const image = document.querySelector('dialog img');
  await image.decode();
  return image.naturalWidth;
})()`;

/** Those who review check-ins, at a desk and without a mouse. */
describe('the check-ins of a day', () => {
  let phones: PhoneWorld;
  let mei: Member;
  let tom: Member;
  let wu: Member;
  const teacher = account('Qin');

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    phones = await startPhoneWorld(['mei', 'tom', 'wu'], { policy });
    await staffMember(phones.world.client, phones.course, 'instructor', teacher);
    [mei, tom, wu] = phones.members(['mei', 'tom', 'wu']) as [Member, Member, Member];
    phones.world.setClock('2026-03-02T04:00:00Z');
    await checkIn(mei, '2026-03-02', { text: 'The harbour at six.', pictures: [await upload(mei, 1)] });
    // One after the other: the clock stands still between two settings.
    phones.world.setClock('2026-03-03T04:00:00Z');
    await checkIn(wu, '2026-03-03', { text: 'What wu saw on the way.' });
    phones.world.setClock('2026-03-03T04:01:00Z');
    await checkIn(tom, '2026-03-03', { text: '', pictures: [await upload(tom, 1), await upload(tom, 2)] });
    phones.world.setClock('2026-03-03T04:02:00Z');
    await checkIn(mei, '2026-03-03', { text: 'What mei saw on the way.' });
  }, 240_000);
  afterEach(async () => expect(await phones.putAway()).toEqual([]));
  afterAll(() => phones?.stop());

  it('are read and rejected by keyboard alone; a picture that was seen before stands beside the earlier one', async () => {
    const say = saidIn('zh-CN');
    const { page, open } = await desk();
    await open(entries());
    const whose = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor(PATIENCE);
    await page.getByRole('link', { name: /^wu/ }).waitFor(PATIENCE);
    await page.keyboard.press('j');
    await whose('wu');
    await page.getByText('What wu saw on the way.', { exact: true }).last().waitFor();
    await page.keyboard.press('j');
    await whose('tom');
    const pair = page.getByRole('region', { name: say('media.resembles', { number: 1 }) });
    await pair.getByAltText(/^mei/).waitFor(PATIENCE);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: join(SCREENS, `entries-desk.zh-CN.${colorScheme}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 320, height: 844 });
    await page.screenshot({ path: join(SCREENS, 'entries-phone.zh-CN.png'), fullPage: true });
    await page.setViewportSize({ width: 1_280, height: 844 });

    await pair.getByRole('button').first().press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await page.evaluate(LARGE_WIDTH)).toBeGreaterThan(200);
    await page.keyboard.press('ArrowRight');
    await dialog.getByText(say('media.of', { number: 2, all: 2 })).waitFor();
    await page.screenshot({ path: join(SCREENS, 'entries-large.zh-CN.png') });
    await page.keyboard.press('j'); // of the page beneath, which is not to move
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await whose('tom');

    await page.keyboard.press('r');
    await page.getByText(say('entries.reasonFirst')).waitFor();
    await page.keyboard.type('jk r? 和 mei 前一天的图一样');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await whose('mei');
    await page.getByRole('link', { name: /^tom.*已驳回/ }).waitFor(PATIENCE);
    await eventually(async () => (await rejectionOf(tom, '2026-03-03')) === 'jk r? 和 mei 前一天的图一样');
    await page.keyboard.press('k');
    await page.getByText(say('entries.onlyAppeal')).waitFor(PATIENCE);
    expect(await page.getByRole('button', { name: say('entries.reject') }).count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('can be looked through by what a machine noticed, in a day that the address names', async () => {
    const say = saidIn('en');
    const { page, open } = await desk('en');
    await open(entries('?day=2026-03-02'));
    await page.getByRole('link', { name: /^mei/ }).waitFor(PATIENCE);
    await page.getByLabel(say('entries.only')).selectOption('flagged');
    await page.getByText(say('entries.empty')).waitFor(PATIENCE);
    await page.getByRole('button', { name: say('entries.after') }).click();
    await page.getByRole('link', { name: /^tom/ }).waitFor(PATIENCE);
    expect(await page.getByRole('link', { name: /^(wu|mei)/ }).count()).toBe(0);
    await page.reload();
    await page.getByRole('link', { name: /^tom/ }).click();
    await page.getByText(say('entries.onlyAppeal')).waitFor(PATIENCE);
    await page.screenshot({ path: join(SCREENS, 'entries-rejected.en.png'), fullPage: true });
  });

  it('are rejected as they were read: one that came in its place meanwhile stays, and the reason is kept', async () => {
    const { page, open } = await desk();
    await open(entries());
    await page.getByRole('link', { name: /^wu/ }).click();
    await page.getByText('学员会看到原因').waitFor(PATIENCE);
    await page.keyboard.press('c');
    await page.keyboard.type('不是今天写的');
    await page.keyboard.press('Escape');
    const path = `/api/checkin/enrolments/${wu.enrolmentId}/entries/2026-03-03/rejection`;
    expect((await phones.course.owner.send({ method: 'POST', path, body: { reason: '太短' } })).status).toBe(200);
    phones.world.setClock('2026-03-03T04:10:00Z');
    await checkIn(wu, '2026-03-03', { text: 'What wu really saw on the way.' });
    await page.keyboard.press('r');
    await page.getByText(/^wu的打卡没有驳回，原因还在。这条已经不算数/).waitFor(PATIENCE);
    expect(await rejectionOf(wu, '2026-03-03')).toBeUndefined();
  });

  it('stay as they are once the time to reject them is over', async () => {
    const say = saidIn('zh-CN');
    phones.world.setClock('2026-03-09T04:00:00Z');
    const { page, open } = await desk();
    await open(entries('?day=2026-03-03'));
    await page.getByRole('link', { name: /^mei/ }).click();
    await page.getByText(/^审核期到 .* 为止/).waitFor(PATIENCE);
    await page.keyboard.press('r');
    expect(await page.getByRole('button', { name: say('entries.reject') }).count()).toBe(0);
    expect(await rejectionOf(mei, '2026-03-03')).toBeUndefined();
  });

  const entries = (search = ''): string => `/cohorts/${phones.course.cohort.id}/entries${search}`;
  const upload = (who: Member, seed: number) => uploadPicture(phones.world.system.origin, who, seed);

  function desk(language: 'zh-CN' | 'en' = 'zh-CN') {
    const { email, password } = teacher;
    return phones.phone({ width: 1_280, language, signIn: { email, password } });
  }

  async function checkIn({ session, enrolmentId }: Member, day: string, body: object): Promise<void> {
    const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
    await session.ask({ method: 'POST', path, body: { day, ...body } }, checkinHttp.DayReceipt);
  }

  async function rejectionOf({ session, enrolmentId }: Member, day: string): Promise<string | undefined> {
    const path = `/api/checkin/enrolments/${enrolmentId}/calendar`;
    const { days } = await session.ask({ method: 'GET', path }, checkinHttp.CalendarView);
    const { entry, rejected } = days.find((one) => one.day === day) ?? {};
    return entry === undefined ? rejected?.reason : undefined;
  }
});
