import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generatedDocuments } from './documents';

const root = resolve(__dirname, '../../..');
const check = process.argv.includes('--check');

/** `npm run generate` writes the generated documents; with --check it only says which are stale (exit 1). */
function main(): void {
  const stale = [...generatedDocuments(root)].filter(([file, content]) => textOf(join(root, file)) !== content);
  if (!check) for (const [file, content] of stale) write(join(root, file), content);
  for (const [file] of stale) console.log(`${check ? 'stale' : 'written'}: ${file}`);
  if (stale.length === 0) console.log('generated documents are current');
  if (check && stale.length > 0) process.exitCode = 1;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

main();
