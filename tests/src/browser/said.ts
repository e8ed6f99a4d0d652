import { cataloguesIn } from './catalogues';

/** What pages say, by the ids of the app's catalogues: for tests that live through all of it in every language. */
export type Says = (id: string, values?: Record<string, string | number>) => string;

export function saidIn(language: 'zh-CN' | 'en'): Says {
  const catalogue = Object.assign({}, ...cataloguesIn(language).values()) as Record<string, string>;
  return (id, values = {}) => {
    const message = catalogue[id];
    if (message === undefined) throw new Error(`nothing is said as ${id}`);
    return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  };
}
