import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { paymentHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import type { z } from 'zod';
import { startPhoneWorld, type PhoneWorld } from './phone-world';
import { axeFaults } from './phone';

jest.setTimeout(300_000);

type PublicRecord = z.infer<typeof paymentHttp.RecordBody>;

const SCREENS = join(dakaDir, 'screens');
const FIGURES = {
  members: 26,
  completion: { of: 20, completed: 18, perfect: 7 },
  depositMinor: 260_000,
  forfeitedMinor: 20_000,
  finishersMinor: 14_000,
  organiserMinor: 4_000,
  charityMinor: 2_000,
  returnedMinor: 180_000,
  unconfirmedMinor: 60_000,
  otherwise: 1,
};

describe('the public record of an organiser', () => {
  let phones: PhoneWorld;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    phones = await startPhoneWorld(['one']);
  }, 240_000);
  afterAll(() => phones?.stop());
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('is found from a class without signing in, and tells nothing of so few', async () => {
    const { page, open } = await phones.phone();
    await open(`/cohorts/${phones.course.cohort.id}`);
    await page.getByRole('link', { name: '看主办方的往期记录' }).first().click();
    await page.getByRole('heading', { level: 1, name: '押金都去了哪里' }).waitFor();
    await page.getByText('付过款的报名满 5 人才显示').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: '还没结束' }).innerText()).toContain('1 / 1');
  });

  it.each([
    [
      'zh-CN',
      [
        ['已结算', '2 / 4'],
        ['走完的人', '18 / 20'],
        ['收到的押金', '2,600'],
        ['已回到学员手里', '1,800'],
        ['该退，还没有全部确认', '600'],
        ['没赚回的押金', '给走完的人 ¥140'],
        ['平台仲裁人认定不成立', '2 / 5'],
        ['一半的退款', '3 小时内到账'],
        ['已确认到账', '297 / 300'],
        ['读完一本书', '不足 5 人'],
      ],
    ],
    [
      'en',
      [
        ['Settled', '2 of 4'],
        ['Finished', '18 of 20'],
        ['Deposits paid in', '2,600'],
        ['Back with learners', '1,800'],
        ['Due, not all confirmed', '600'],
        ['Not earned', 'CN¥140.00 to those who finished'],
        ["Dismissed by the platform's arbiter", '2 of 5'],
        ['Half of them came', 'within 3 hours'],
        ['Confirmed', '297 of 300'],
        ['读完一本书', 'Fewer than 5 members'],
      ],
    ],
  ] as const)('says in %s every figure with what it is of', async (language, said) => {
    const { page, open } = await phones.phone({ language });
    const { organisationId, cohort } = phones.course;
    const record = recordOf(organisationId, cohort.id);
    await page.route(/\/record\?/, (route) => route.fulfill({ json: record }));
    await open(`/organisations/${organisationId}`);
    const lines = page.getByRole('listitem');
    await lines.filter({ hasText: said[0][0] }).first().waitFor();
    for (const [what, much] of said) {
      const texts = await lines.filter({ hasText: what }).allInnerTexts();
      expect([what, texts.some((text) => text.includes(much)) || texts]).toEqual([what, true]);
    }
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await page.screenshot({ path: join(SCREENS, `record-full.${language}.${width}.png`), fullPage: true });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
    expect(await axeFaults(page)).toEqual([]);
  });
});

function recordOf(organisationId: string, cohortId: string): PublicRecord {
  const common = { cohortId, startsOn: '2026-03-02', endedAt: '2026-03-30T12:00:00.000Z', currency: 'CNY' };
  const appeals = { made: 5, open: 1, upheld: 1, upheldByRule: 1, upheldByArbiter: 0, dismissed: 0, ended: 0 };
  return paymentHttp.RecordBody.parse({
    organisationId,
    cohorts: { published: 4, running: 1, settled: 2, cancelled: 1 },
    totals: [{ ...FIGURES, currency: 'CNY', cohorts: 2, cohortsLeftOut: 1 }],
    conduct: {
      since: '2026-03-02T00:00:00.000Z',
      enrolments: 40,
      rejections: 6,
      appeals: { ...appeals, dismissedByArbiter: 2 },
      refunds: { due: 300, waiting: 3, untimed: 4, halfWithinS: 10_800 },
    },
    items: [
      { ...common, title: '晨写二十一天', state: 'settled', figures: FIGURES },
      { ...common, title: '读完一本书', state: 'cancelled', figures: null },
    ],
  } satisfies PublicRecord);
}
