import { wordsOf } from './words';

const COHORT = {
  id: 'c1',
  slug: null,
  title: '写作',
  organisation: '港湾',
  whatFor: null,
  forWhom: null,
  terms: { currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_050, days: 30, startsOn: '2026-12-01' },
};

it('says what it costs and when it is, in the language of the page', () => {
  expect(figuresIn('zh-CN')).toEqual(['报名费 ¥99', '押金 ¥300.50', '12月1日开课 30 天']);
  expect(figuresIn('en')).toEqual(['Entry fee CN¥99', 'Deposit CN¥300.50', 'from Dec 1 30 days']);
});

it.each([
  ['JPY', 500, '¥500'],
  ['KWD', 1_250, 'KWD 1.250'],
  ['EUR', 0, 'none'],
])('counts in the minor unit of the currency: %s', (currency, depositMinor, figure) => {
  const { figures } = wordsOf({ ...COHORT, terms: { ...COHORT.terms, currency, depositMinor } }, 'en');
  expect(figures[1]?.figure.replaceAll('\u00a0', ' ')).toBe(figure);
});

it('has no figures before the terms are known', () => {
  expect(wordsOf({ ...COHORT, terms: null }, 'en')).toEqual({ title: '写作', organisation: '港湾', figures: [] });
});

function figuresIn(language: 'zh-CN' | 'en'): string[] {
  return wordsOf(COHORT, language).figures.map(({ label, figure }) => `${label} ${figure}`);
}
