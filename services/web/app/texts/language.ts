import { i18n, type Messages } from '@lingui/core';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOICE = 'daka.language';

const catalogues: Record<Language, () => Promise<{ default: unknown }>> = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
};

/** What only those who run a class read: asked for with their pages, so that no learner pays for it. */
const ofWork: Record<Language, () => Promise<{ default: unknown }>> = {
  'zh-CN': () => import('./work-zh-CN.json'),
  en: () => import('./work-en.json'),
};
let isAtWork = false;

/** A page of those who run a class, once the texts for it are there too; both are under way at the same time. */
export async function atWork<Page>(page: Promise<Page>): Promise<Page> {
  isAtWork = true;
  const [{ default: messages }, loaded] = await Promise.all([ofWork[spoken()](), page]);
  i18n.load(spoken(), messages as Messages); // compiled by the bundler, see vite.config.mts
  return loaded;
}

/** The first page's code may be there before its language is. */
function spoken(): Language {
  return LANGUAGES.find((language) => language === i18n.locale) ?? firstLanguage();
}

/** Takes a language into use; the choice outlives the page where the browser lets it. */
export async function speak(language: Language, { remember = false } = {}): Promise<void> {
  const [{ default: messages }, work] = await Promise.all([
    catalogues[language](),
    isAtWork ? ofWork[language]() : undefined,
  ]);
  i18n.load(language, messages as Messages); // compiled by the bundler, see vite.config.mts
  if (work !== undefined) i18n.load(language, work.default as Messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  if (remember) store(language);
}

/** What was chosen on this device, else the first language of the browser that we speak, else Chinese. */
export function firstLanguage(): Language {
  const chosen = stored();
  if (chosen !== undefined) return chosen;
  for (const wanted of navigator.languages) {
    const known = LANGUAGES.find((language) => wanted.split('-')[0] === language.split('-')[0]);
    if (known !== undefined) return known;
  }
  return 'zh-CN';
}

/** Whether somebody chose a language here; otherwise the account's may be taken. */
export function hasChosen(): boolean {
  return stored() !== undefined;
}

function stored(): Language | undefined {
  try {
    const chosen = localStorage.getItem(CHOICE);
    return LANGUAGES.find((language) => language === chosen);
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(CHOICE, language);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}
