import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle';
import { measurePages } from './pages';
import { describePart, isTooLarge, type Part, parts } from './parts';

const root = resolve(__dirname, '../../..');

/**
 * Measures what the built packages cost an app, and each page of ours a reader, a line each; exit 1 when one is above its budget.
 * With a file: the parts in that file. With `--code`: writes the bundle of the module on the standard input.
 */
async function main([argument]: readonly string[]): Promise<void> {
  if (argument === '--code') return void process.stdout.write(await bundle(readFileSync(0, 'utf8'), root));
  const asked = argument === undefined ? parts : (JSON.parse(readFileSync(argument, 'utf8')) as Part[]);
  for (const part of asked) {
    const bytes = gzipSync(await bundle(part.code, root), { level: 9 }).length;
    console.log(describePart({ ...part, bytes }));
    if (isTooLarge({ ...part, bytes })) process.exitCode = 1;
  }
  if (argument !== undefined) return;
  for (const { page, found, ...size } of measurePages(resolve(root, 'services/web/dist/app'))) {
    const extra = found.length > 0 ? `; has ${found.join(', ')}, which it must not` : '';
    console.log(describePart({ name: `page ${page}`, ...size }) + extra);
    if (isTooLarge(size) || found.length > 0) process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
