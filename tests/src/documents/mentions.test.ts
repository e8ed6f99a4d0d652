import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 24,
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));

/** What stands here as it was at the time of a release, and words that no code may say. */
const HISTORY = 'CHANGELOG.md';
const GLOSSARY = 'docs/glossary.md';
const documents = tracked.filter((file) => file.endsWith('.md') && file !== HISTORY);
/** All that can be looked up: files, and the folders that they are in. */
const places = new Set(
  tracked.flatMap((file) => file.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))),
);

/** Text between backticks, without blocks of code. */
function quoted(document: string): string[] {
  const prose = read(document).replace(/^```.*?^```/gmsu, '');
  return [...prose.matchAll(/`(?<name>[^`\n]+)`/gu)].map(({ groups }) => groups?.['name'] ?? '');
}

const rooms = new Set(tracked.map((file) => file.split('/')[0] ?? ''));
const endings = new Set(
  [...places].flatMap((place) => place.split('/').map((_, at, parts) => parts.slice(at).join('/'))),
);
/** A file or a folder; not a route, a package, a glob, nor what only a running system makes. */
const isPath = (name: string) =>
  /^[\w.-]+(\/[\w.-]+)*\/?$/u.test(name) &&
  !/^\.(daka|\/|\.)|^\.ts$/u.test(name) &&
  (name.includes('/') || /\.(ts|tsx|mts|mjs|cjs|md|css|pml)$/u.test(name));
/** From the root, or from the document's own workspace; only what begins elsewhere may be the end of a path. */
function isThere(name: string, document: string): boolean {
  const place = name.replace(/\/$/u, '');
  const [first = ''] = place.split('/');
  if (place.includes('/') && rooms.has(first)) return places.has(place);
  const workspace = dirname(document);
  if ((first === 'src' || first === 'app') && /^(services|packages|infra)\//u.test(workspace))
    return places.has(`${workspace}/${place}`);
  return endings.has(place);
}

const sources = tracked
  .filter((file) => /\.(tsx?|m[tj]s|cjs|json|ya?ml|sh|pml)$/u.test(file) || file.startsWith('.ci/'))
  .filter((file) => !/(^|\/)(package-lock\.json|generated\/)|^tests\/src\/documents\//u.test(file))
  .map(read);
const words = new Set(sources.flatMap((source) => source.match(/[A-Za-z_]\w+/gu) ?? []));
/** A setting or a constant; a secret may come from a file, by the same name with an ending. */
const isConstant = (name: string) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/u.test(name);
const isKnown = (name: string) => words.has(name) || words.has(name.replace(/_FILE$/u, ''));
/** An identifier of two words or more: an ordinary word is not mistaken for one. */
const isIdentifier = (name: string) => /^[a-z]+([A-Z][a-z]+)+$/u.test(name);

describe.each(documents)('%s', (document) => {
  it('links to what is there', () => {
    const links = [...read(document).matchAll(/\]\((?<to>[^)\s]+)\)/gu)].map(({ groups }) => groups?.['to'] ?? '');
    const lost = links
      .filter((link) => !/^(https?:|mailto:)/u.test(link))
      .filter((link) => {
        const [file = '', heading] = link.split('#');
        const target = file === '' ? document : join(dirname(document), file);
        if (!places.has(target)) return true;
        return heading !== undefined && !headingsOf(target).includes(heading);
      });
    expect(lost).toEqual([]);
  });

  it('names files, settings and commands that are there', () => {
    const names = quoted(document);
    const files = names.filter(isPath).filter((name) => !isThere(name, document));
    const constants = names.filter(isConstant).filter((name) => !isKnown(name));
    const identifiers = document === GLOSSARY ? [] : names.filter(isIdentifier).filter((name) => !words.has(name));
    expect([...files, ...constants, ...identifiers]).toEqual([]);
    const commands = [...read(document).matchAll(/npm run (?:--silent )?(?<name>[a-z][\w:-]*)/gu)];
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(commands.map(({ groups }) => groups?.['name'] ?? '').filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** As they are in an address: lower case, spaces as hyphens. */
function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (?<text>.+)$/gmu)].map(({ groups }) =>
    (groups?.['text'] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

it.each([
  ['a path', isPath('src/nowhere.ts') && !isThere('src/nowhere.ts', 'README.md')],
  ['a path of another service', !isThere('src/domain/book.ts', 'services/web/README.md')],
  ['a setting', isConstant('REFRESH_TOKEN_WEEKS') && !isKnown('REFRESH_TOKEN_WEEKS')],
  ['an identifier', isIdentifier('noSuchThing') && !words.has('noSuchThing')],
  ['nothing in a route', !isPath('/account/log')],
])('would find %s', (_, found) => expect(found).toBe(true));

it('has a row for every workspace in ARCHITECTURE.md, and for every decision in their list', () => {
  const workspaces = [...places].filter((place) => /^(services|packages|infra)\/[^/.]+$/u.test(place));
  expect(workspaces.filter((place) => !read('ARCHITECTURE.md').includes(`| \`${place}\` |`))).toEqual([]);
  const decisions = documents.filter((file) => /^docs\/decisions\/\d/u.test(file));
  expect(decisions.filter((file) => !read('docs/decisions/README.md').includes(file.split('/').at(-1) ?? '?'))).toEqual(
    [],
  );
});

describe('what a browser keeps', () => {
  it('is named in the README of web, file by file', () => {
    const app = tracked.filter((file) => file.startsWith('services/web/app/') && /\.tsx?$/u.test(file));
    const keeping = app.filter((file) => !file.includes('.test.') && read(file).includes('localStorage'));
    const line = read('services/web/README.md')
      .split('\n')
      .find((text) => text.includes('in localStorage'));
    const named = [...(line ?? '').matchAll(/`(?<file>app\/[^`]+)`/gu)].map(({ groups }) => groups?.['file'] ?? '');
    expect(named.map((file) => `services/web/${file}`).sort()).toEqual(keeping.sort());
  });
});
