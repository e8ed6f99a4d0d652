import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** #zod is zod itself, see package.json. */
const BROWSER_PACKAGES = ['#zod', 'temporal-polyfill'];
const CLOCK_OR_HOST =
  /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\bprocess\.|\bBuffer\b|\b__dirname\b|\brequire\b/;

it('reaches nothing from the public entry that a browser lacks', () => {
  const { files, packages } = reachableFrom(join(__dirname, 'index.ts'));
  expect([...packages].sort()).toEqual(BROWSER_PACKAGES);
  expect(files.size).toBeGreaterThan(8);
});

it.each(['judge.ts', 'evaluate.ts', 'plan.ts', 'currencies.ts', 'amount-problems.ts'])(
  '%s needs no package at all',
  (name) => {
    expect([...reachableFrom(join(__dirname, name)).packages]).toEqual([]);
  },
);

it.each(['cooling-off.ts', 'compile-plan.ts'])('%s resolves zones, and parses nothing', (name) => {
  expect([...reachableFrom(join(__dirname, name)).packages]).toEqual(['temporal-polyfill']);
});

it('sees what the command line needs, so the check can fail', () => {
  const { packages } = reachableFrom(join(__dirname, 'cli/evaluate.ts'));
  expect([...packages]).toEqual(expect.arrayContaining(['node:fs/promises', 'node:stream/consumers']));
});

it('keeps node modules out of every source beside the command line', () => {
  const sources = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(
    sources.flatMap((name) => importsOf(join(__dirname, name)).filter((target) => target.startsWith('node:'))),
  ).toEqual([]);
});

it('has of zod in Node what is used of it', () => {
  const sources = [...reachableFrom(join(__dirname, 'index.ts')).files, join(__dirname, 'cli/run-evaluate.ts')];
  const used = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bz\.(\w+)/g)].map(([, name]) => name),
  );
  const types = ['core', 'infer'];
  const given = readFileSync(join(__dirname, '../zod.node.js'), 'utf8').matchAll(/\b(?:as )?(\w+)(?=[ ,}])/g);
  expect([...given].map(([, name]) => name)).toEqual(
    expect.arrayContaining(used.filter((name) => !types.includes(name ?? ''))),
  );
});

it('reads no clock, no chance and no host', () => {
  const offending = [...reachableFrom(join(__dirname, 'index.ts')).files].filter((file) =>
    CLOCK_OR_HOST.test(readFileSync(file, 'utf8')),
  );
  expect(offending).toEqual([]);
  expect(CLOCK_OR_HOST.test(readFileSync(join(__dirname, 'cli/evaluate.ts'), 'utf8'))).toBe(true);
});

function reachableFrom(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const target of importsOf(file)) {
      if (!target.startsWith('.')) packages.add(target);
      else files.add(resolve(dirname(file), target));
    }
  }
  return { files, packages };
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  // What is imported as a type only is gone after the build.
  const values = source.replaceAll(/\b(?:import|export) type [^;]+;/g, '');
  const targets = values.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)'([^']+)'/g);
  return [...targets].map((match) => match[1] ?? '');
}
