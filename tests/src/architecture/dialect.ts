import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const services = ['membership', 'payment', 'homework', 'checkin'];
/** What each of the four has, and where. */
const files = [
  'README.md',
  'src/main.ts',
  'src/app.ts',
  'src/config.ts',
  'src/routes.ts',
  'src/ports.ts',
  'src/domain/messages.ts',
  'src/features/roles.ts',
];

/** Where a tree of services departs from the one dialect; empty: nowhere. `root` is the repository's. */
export function dialectProblems(root: string): string[] {
  return services.flatMap((service) => {
    const dir = join(root, 'services', service);
    const missing = files
      .filter((file) => !existsSync(join(dir, file)))
      .map((file) => `services/${service}/${file} is missing`);
    const sources = filesBelow(join(dir, 'src')).map((file) => relative(root, file).replaceAll(sep, '/'));
    return [...missing, ...sources.flatMap((file) => problemsOf(root, file)), ...tableProblems(dir, service)];
  });
}

function problemsOf(root: string, file: string): string[] {
  const problems: string[] = [];
  const [, place = ''] = /^services\/[^/]+\/src\/(.*)$/.exec(file) ?? [];
  const isTest = /[.]test[.]ts$/.test(place);
  if (/[.]fixture[.]ts$/.test(place) && !place.startsWith('testing/'))
    problems.push(`${file}: helpers of tests are in src/testing/`);
  if (/^features\/ports[.]ts$|^features\/roles-of[.]ts$|^features\/present[.]ts$/.test(place))
    problems.push(`${file} has another place in the dialect`);
  const source = readFileSync(join(root, file), 'utf8');
  if (isTest && place.startsWith('domain/') && /[.]reduce(?:<[^>]*>)?\(\s*evolve/.test(source))
    problems.push(`${file}: events are given by scenario() of the kit`);
  if (isTest || place.startsWith('testing/')) return problems;
  if (/[.]toISOString\(\)/.test(source)) problems.push(`${file}: instants go on the wire by iso() of contracts`);
  if (/: never\): never/.test(source)) problems.push(`${file}: a switch ends in unreachable() of contracts`);
  if (/\b11_?000\b/.test(source)) problems.push(`${file}: isDuplicateKey() of the kit knows that code`);
  if (/nextCursor/.test(source)) problems.push(`${file}: pages are cut by pagesBy() of the kit`);
  if (place.startsWith('adapters/') && /\bpublish\((event|\{)|function publish\(|unknown as Outbound/.test(source))
    problems.push(`${file}: what is said is in domain/messages.ts`);
  if (/^features\/[^/]+\/http[.]ts$/.test(place) && /\bcreate[A-Z]\w*\(ports\)/.test(source))
    problems.push(`${file}: use cases are built once, in app.ts`);
  return problems;
}

/** Every file that the table of a README names is there. */
function tableProblems(dir: string, service: string): string[] {
  const readme = join(dir, 'README.md');
  if (!existsSync(readme)) return [];
  const text = readFileSync(readme, 'utf8');
  if (!/^## Where to change what$/m.test(text))
    return [`services/${service}/README.md has no table "Where to change what"`];
  const named = [...text.matchAll(/`(src\/[^`\s]+)`/g)].map(([, place = '']) => place);
  return named
    .filter((place) => !existsSync(join(dir, place)))
    .map((place) => `services/${service}/README.md names ${place}, which is not there`);
}

function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((name) => {
    const file = join(dir, name);
    return statSync(file).isDirectory() ? filesBelow(file) : file.endsWith('.ts') ? [file] : [];
  });
}

/** A cast: the compiler is told what it cannot see. */
const cast = /[\w)\]}'"`>]\s+as\s+(?!const\b)[\w{([]/;

/** Every cast in packages and services, tests apart. */
export function castsIn(root: string): { place: string; hasReason: boolean }[] {
  const workspaces = ['packages', 'services'].flatMap((part) =>
    readdirSync(join(root, part)).map((name) => join(root, part, name, 'src')),
  );
  return workspaces
    .flatMap(filesBelow)
    .filter(isShipped)
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.flatMap((line, index) => {
        const code = line
          .replaceAll(/'[^']*'|`[^`]*`|\[\w+ in .*? as .*?\]/g, "''")
          .replace(/\/\/.*|^\s*(\/?\*|import\b|export (\*|\{)).*/, '');
        if (!cast.test(code)) return [];
        const hasReason = line.includes('//') || /^\s*(\/\/|\*|\/\*\*)/.test(lines[index - 1] ?? '');
        return [{ place: `${relative(root, file).replaceAll(sep, '/')}:${index + 1}`, hasReason }];
      });
    });
}

function isShipped(file: string): boolean {
  return !/[.](test|fixture)[.]ts$|[\\/]testing[\\/]/.test(file);
}
