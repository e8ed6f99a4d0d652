import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { cataloguesIn } from './catalogues';

/** From now on the page's texts come from a catalogue in which everything that was translated stands in brackets. */
export async function speakPseudo(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  for (const [name, catalogue] of cataloguesIn(language)) {
    // Only what is written is bracketed, not what is filled in: that has to be a name, a figure or a date.
    const texts = Object.entries(catalogue).map(([id, message]) => [id, compileMessage(message, bracketed)]);
    const body = `export default ${JSON.stringify(Object.fromEntries(texts))};`;
    await page.route(`**/assets/${name}-*.js`, (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  }
}

const bracketed = (words: string): string => (words.trim() === '' ? words : `⟦${words}⟧`);

/** Texts of the page, its title and what it tells screen readers that hold words beyond brackets, dates and `names`. */
export async function untranslated(page: Page, language: 'zh-CN' | 'en', names: readonly string[]): Promise<string[]> {
  const texts = z.array(z.string()).parse(await page.evaluate(TEXTS));
  if (!texts.some((text) => text.includes('⟦'))) throw new Error('the page speaks no pseudo-locale');
  return texts.filter((text) => /\p{L}/u.test(without(text, [/⟦[^⟧]*⟧/g, ...names, ...DATES[language], ...ANYWHERE])));
}

function without(text: string, parts: readonly (string | RegExp)[]): string {
  return parts.reduce((rest: string, part) => rest.replaceAll(part, ' '), text);
}

/** Addresses, money, fingerprints, ids cut short, time zones, and each language in itself. */
const ANYWHERE = [
  /^https?:\/\/\S+$/g,
  /(CN|US|HK)?[¥$€£]/g,
  /\b[0-9a-f]{8}([0-9a-f]{8})?\b/g,
  /^[A-Z][\w-]*(\/[\w+ -]+)+$|^UTC$/g,
  /^(English|中文)$/g,
];
/** As Intl writes them; the words of dates come from the browser. */
const DATES = {
  'zh-CN': [/\d+年|\d+月|\d+日/g, /(周|星期)[一二三四五六日]|^[一二三四五六日]$/g, /[上下]午|GMT|UTC/g],
  en: [
    /^[MTWFS]$/g,
    /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b/g,
    /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g,
    /\b[AP]M\b|GMT|UTC/g,
  ],
} as const;

const TEXTS = String.raw`(() => {
  const found = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.closest('script, style, textarea')) continue;
    found.push(data.trim());
  }
  for (const one of document.querySelectorAll('body *'))
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt'])
      if (one.hasAttribute(name)) found.push(one.getAttribute(name).trim());
  return found.filter((text) => text !== '');
})()`;
