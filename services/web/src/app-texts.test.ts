import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const app = join(__dirname, '../app');
const readFrom = (file: string) =>
  JSON.parse(readFileSync(join(app, `texts/${file}.json`), 'utf8')) as Record<string, string>;
/** One for all, '', and those that come apart, by what their names begin with. */
const APART = readdirSync(join(app, 'texts'))
  .filter((file) => file.endsWith('zh-CN.json'))
  .map((file) => file.replace('zh-CN.json', ''));
const read = (language: string): Record<string, string> =>
  Object.assign({}, ...APART.map((apart) => readFrom(`${apart}${language}`)));
const zh = read('zh-CN');
const en = read('en');

const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|generated/.test(file))
  .map((file) => readFileSync(join(app, file), 'utf8'));

/** The names of a message's values. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, kind, branches] = part as unknown[];
    if (typeof name === 'string') names.add(name);
    if (typeof kind === 'string' && typeof branches === 'object' && branches !== null)
      for (const branch of Object.values(branches)) if (Array.isArray(branch)) branch.forEach(walk);
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) compiled.forEach(walk);
  return [...names].filter((name) => name !== '#').sort();
}

describe('the catalogues', () => {
  it('say the same things in both languages, with the same values', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    for (const [id, message] of Object.entries(zh))
      expect([id, valuesOf(en[id] ?? '')]).toEqual([id, valuesOf(message)]);
  });

  it('say each thing in one place', () => {
    expect(APART).toEqual(expect.arrayContaining(['', 'work-', 'tasks-']));
    const ids = APART.flatMap((apart) => Object.keys(readFrom(`${apart}zh-CN`)));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const apart of APART)
      expect(Object.keys(readFrom(`${apart}en`))).toEqual(Object.keys(readFrom(`${apart}zh-CN`)));
  });

  it('hold nothing that the compiler leaves as it is written', () => {
    for (const [id, message] of Object.entries({ ...zh, ...en })) {
      const flat = JSON.stringify(compileMessage(message));
      expect([id, /plural,|select,/.test(flat)]).toEqual([id, false]);
    }
  });

  it('hold nothing that no page says', () => {
    const all = sources.join('\n');
    const patterns = [...all.matchAll(/text\(\s*`([\w.]+)\.\$\{/g)].map(([, group]) => `${group}.`);
    const unused = Object.keys(zh).filter(
      (id) => !all.includes(`'${id}'`) && !all.includes(`"${id}"`) && !patterns.some((group) => id.startsWith(group)),
    );
    expect(unused).toEqual([]);
  });

  it('Chinese is set in Chinese punctuation, English has no Chinese', () => {
    const spoken = (message: string) => message.replaceAll(/\{\w+, (plural|select),/g, '{');
    for (const [id, message] of Object.entries(zh))
      expect([id, spoken(message).match(/[\u4e00-\u9fff}][,?:;!]/g)]).toEqual([id, null]);
    for (const [id, message] of Object.entries(en)) expect([id, message.match(/[\u4e00-\u9fff]/g)]).toEqual([id, null]);
  });
});

describe('pages', () => {
  it('say nothing that is not in the catalogues', () => {
    // What stands between two tags and is no code.
    const literal = />\s*([^<>{}()=;:?\s][^<>{}()=;:?]*)</g;
    const said = sources.flatMap((source) =>
      source.includes('</') ? [...source.matchAll(literal)].map(([, words]) => words?.trim() ?? '') : [],
    );
    const allowed = new Set(['中文', 'English']);
    expect(said.filter((words) => /[A-Za-z\u4e00-\u9fff]{2,}/.test(words) && !allowed.has(words))).toEqual([]);
  });
});
