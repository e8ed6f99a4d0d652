import { i18n, type Messages } from '@lingui/core';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOICE = 'daka.language';

const catalogues: Record<Language, () => Promise<{ default: unknown }>> = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
};

/** Takes a language into use; the choice outlives the page where the browser lets it. */
export async function speak(language: Language, { remember = false } = {}): Promise<void> {
  const { default: messages } = await catalogues[language]();
  i18n.load(language, messages as Messages); // compiled by the bundler, see vite.config.mts
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
