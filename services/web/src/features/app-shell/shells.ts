import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Asset, createAsset } from './assets';

/** The shell as it is sent for one page in one language. */
export interface Shell {
  /** Which of them it is. */
  name: string;
  language: 'zh-CN' | 'en';
  html: string;
  asset: Asset;
}

/** `languages` are those that the browser asks for, the dearest first. */
export type ShellOf = (path: string, languages: readonly string[]) => Shell;

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
  isEntry: z.boolean().default(false),
});
type Chunk = z.infer<typeof Chunk>;
const Manifest = z.record(z.string(), Chunk);
type Manifest = z.infer<typeof Manifest>;

/** As app/texts/language.ts chooses; who chose another on the device gets that besides. */
const LANGUAGES: ReadonlyMap<string, Shell['language']> = new Map([
  ['zh', 'zh-CN'],
  ['en', 'en'],
]);
/** `/today` is `routes/today/page.tsx`; an address that names one thing of many has the page of one. */
const OF_MANY: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, 'cohorts'],
  [/^\/(?:cohorts|c)\/[^/]+\/?$/, 'cohort'],
];
const ALONE = /^\/([a-z-]{1,32})\/?$/;

/**
 * The shell names the files that a page asks for besides the app's own: its code and its language. So a phone far away fetches them with
 * the first ones, instead of learning of them a round trip, and all of the app's code, later.
 * @param dir where the app was built; `html` its shell.
 */
export function createShells(dir: string, html: string): ShellOf {
  const manifest = readManifest(path.join(dir, '.vite/manifest.json'));
  const known = new Map<string, Shell>();
  return (address, languages) => {
    const page = pageOf(address, manifest);
    const language =
      languages.map((one) => LANGUAGES.get(one.split('-')[0] ?? '')).find((one) => one !== undefined) ?? 'zh-CN';
    const name = `${page ?? ''} ${language}`;
    const found = known.get(name) ?? shellWith(tagsFor(manifest, [`texts/${language}.json`, page]));
    known.set(name, found);
    return found;

    function shellWith(tags: readonly string[]): Shell {
      const whole = html.replace('</head>', () => [...tags, '</head>'].join('\n'));
      return { name, language, html: whole, asset: createAsset(Buffer.from(whole), 'text/html; charset=utf-8') };
    }
  };
}

function readManifest(file: string): Manifest {
  return existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** The source of an address's page; undefined where it is not told by the address alone. */
function pageOf(address: string, manifest: Manifest): string | undefined {
  const page = OF_MANY.find(([pattern]) => pattern.test(address))?.[1] ?? ALONE.exec(address)?.[1];
  const source = `routes/${page}/page.tsx`;
  return Object.hasOwn(manifest, source) ? source : undefined;
}

/** What those sources need beyond what the built shell itself names. */
function tagsFor(manifest: Manifest, sources: readonly (string | undefined)[]): string[] {
  const named = new Set<string>();
  const found: Chunk[] = [];
  const take = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || named.has(key)) return;
    named.add(key);
    found.push(chunk);
    chunk.imports.forEach(take);
  };
  Object.keys(manifest)
    .filter((key) => manifest[key]?.isEntry)
    .forEach(take);
  found.length = 0;
  sources.filter((source) => source !== undefined).forEach(take);
  return found.flatMap(({ file, css }) => [
    `<link rel="modulepreload" crossorigin href="/${file}">`,
    ...css.map((one) => `<link rel="preload" as="style" crossorigin href="/${one}">`),
  ]);
}
