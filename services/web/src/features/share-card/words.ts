import { minorDigitsOf } from '@daka/rules';
import type { CohortIntroduction } from '../../ports';
import type { CardLanguage } from '../../domain/card-address';
import type { CardWords } from './draw';

const WORDS = {
  'zh-CN': {
    fee: '报名费',
    deposit: '押金',
    free: '免费',
    none: '不收',
    days: (days: number) => `${days} 天`,
    from: (date: string) => `${date}开课`,
  },
  en: {
    fee: 'Entry fee',
    deposit: 'Deposit',
    free: 'free',
    none: 'none',
    days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
    from: (date: string) => `from ${date}`,
  },
} as const;

/** What a card says of a cohort, in one language; the figures only once its terms are known. */
export function wordsOf({ title, organisation, terms }: CohortIntroduction, language: CardLanguage): CardWords {
  if (terms === null) return { title, organisation, figures: [] };
  const words = WORDS[language];
  const { currency, entryFeeMinor, depositMinor, days, startsOn } = terms;
  const money = (minor: number, nothing: string): string =>
    minor === 0 ? nothing : moneyText(language, currency, minor);
  return {
    title,
    organisation,
    figures: [
      { label: words.fee, figure: money(entryFeeMinor, words.free) },
      { label: words.deposit, figure: money(depositMinor, words.none) },
      { label: words.from(dateText(language, startsOn)), figure: words.days(days) },
    ],
  };
}

function moneyText(language: CardLanguage, currency: string, amountMinor: number): string {
  const digits = minorDigitsOf(currency);
  const isWhole = amountMinor % 10 ** digits === 0;
  const options = {
    style: 'currency',
    currency,
    ...(isWhole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
  } as const;
  return new Intl.NumberFormat(language, options).format(amountMinor / 10 ** digits);
}

/** A day is the same day everywhere. */
function dateText(language: CardLanguage, day: string): string {
  return new Intl.DateTimeFormat(language, {
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
