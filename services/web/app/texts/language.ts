import { i18n, type Messages } from '@lingui/core';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOICE = 'daka.language';

const catalogues: Record<Language, () => Promise<{ default: unknown }>> = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
};

/** Texts that come with what needs them, so that no other page pays for them: of those who run a class, of those of them who review, of homework that is set, of pictures and voice notes, of logs, of what one
 * seldom does with an account, of where a letter to a learner leads. */
const apart = {
  work: { 'zh-CN': () => import('./work-zh-CN.json'), en: () => import('./work-en.json') },
  account: { 'zh-CN': () => import('./account-zh-CN.json'), en: () => import('./account-en.json') },
  invited: { 'zh-CN': () => import('./invited-zh-CN.json'), en: () => import('./invited-en.json') },
  acts: { 'zh-CN': () => import('./acts-zh-CN.json'), en: () => import('./acts-en.json') },
  tasks: { 'zh-CN': () => import('./tasks-zh-CN.json'), en: () => import('./tasks-en.json') },
  desk: { 'zh-CN': () => import('./desk-zh-CN.json'), en: () => import('./desk-en.json') },
  media: { 'zh-CN': () => import('./media-zh-CN.json'), en: () => import('./media-en.json') },
} satisfies Record<string, Record<Language, () => Promise<{ default: unknown }>>>;
export type Apart = keyof typeof apart;
const taken = new Set<Apart>();

/** Code, once the texts for it are there too; both are under way at the same time. */
export async function withTexts<Code>(name: Apart, code: Promise<Code>): Promise<Code> {
  taken.add(name);
  const [{ default: messages }, loaded] = await Promise.all([apart[name][spoken()](), code]);
  i18n.load(spoken(), messages as Messages); // compiled by the bundler, see vite.config.mts
  return loaded;
}

/** A page about one's own account that few open often. */
export const withAccount = <Page>(page: Promise<Page>): Promise<Page> => withTexts('account', page);
/** Where a letter leads that invites a learner. */
export const withInvited = <Page>(page: Promise<Page>): Promise<Page> => withTexts('invited', page);
/** A log of acts. */
export const withActs = <Page>(page: Promise<Page>): Promise<Page> => withTexts('acts', page);
/** A page of those who run a class. */
export const atWork = <Page>(page: Promise<Page>): Promise<Page> => withTexts('work', page);

/** A page of those who review what learners did. */
export const atDesk = <Page>(page: Promise<Page>): Promise<Page> => atWork(withTexts('desk', page));

/** The page on which homework is set. */
export const withTasks = <Page>(page: Promise<Page>): Promise<Page> => atWork(withTexts('tasks', page));

/** The first page's code may be there before its language is. */
function spoken(): Language {
  return LANGUAGES.find((language) => language === i18n.locale) ?? firstLanguage();
}

/** Takes a language into use; the choice outlives the page where the browser lets it. */
export async function speak(language: Language, { remember = false } = {}): Promise<void> {
  const loaded = await Promise.all([catalogues[language](), ...[...taken].map((name) => apart[name][language]())]);
  // Compiled by the bundler, see vite.config.mts.
  for (const { default: messages } of loaded) i18n.load(language, messages as Messages);
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
