import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HOST =
  /\bfrom 'node:|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bBuffer\b|\b__dirname\b|\brequire\b|\bfetch\(/;
const sources = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));

it('reads no clock, no chance, no host and no network outside its command line', () => {
  const files = sources(__dirname);
  expect(files.length).toBeGreaterThan(12);
  expect(files.filter((file) => !file.includes('/cli/') && HOST.test(readFileSync(file, 'utf8')))).toEqual([]);
  expect(HOST.test(readFileSync(join(__dirname, 'cli/verify.ts'), 'utf8'))).toBe(true);
});

it('has of zod in Node what is used of it', () => {
  const used = sources(__dirname).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bz\.(\w+)/g)].map(([, name]) => name),
  );
  const given = readFileSync(join(__dirname, '../zod.node.js'), 'utf8').matchAll(/\b(?:as )?(\w+)(?=[ ,}])/g);
  expect([...given].map(([, name]) => name)).toEqual(expect.arrayContaining(used.filter((name) => name !== 'infer')));
});
