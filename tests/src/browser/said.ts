import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What pages say, by the ids of the app's catalogues: for tests that live through all of it in every language. */
export type Says = (id: string, values?: Record<string, string | number>) => string;

export function saidIn(language: 'zh-CN' | 'en'): Says {
  const catalogue = {
    ...read(language),
    ...read(`work-${language}`),
    ...read(`acts-${language}`),
    ...read(`account-${language}`),
    ...read(`desk-${language}`),
    ...read(`media-${language}`),
  };
  return (id, values = {}) => {
    const message = catalogue[id];
    if (message === undefined) throw new Error(`nothing is said as ${id}`);
    return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  };
}

/** Ids and messages, see their own test. */
function read(name: string): Record<string, string> {
  const file = path.join(__dirname, `../../../services/web/app/texts/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
