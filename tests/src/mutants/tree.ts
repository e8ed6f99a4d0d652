import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dakaDir, repositoryRoot } from '@daka/local';
import type { Mutant } from './mutant';

/** A copy of the working tree to plant bugs in; what is installed and fetched is shared with the original. */
export interface Tree {
  dir: string;
  /** Plants a bug; the answer takes it out again. @throws where the code that it changes is not there exactly once. */
  plant(mutant: Mutant): () => void;
  remove(): void;
}

export function copyTree(): Tree {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'daka-mutants-'));
  for (const file of sourceFiles()) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.copyFileSync(path.join(repositoryRoot, file), path.join(dir, file));
  }
  fs.symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(dir, 'node_modules'));
  fs.mkdirSync(path.join(dir, '.daka'));
  fs.symlinkSync(path.join(dakaDir, 'cache'), path.join(dir, '.daka/cache'));
  return {
    dir,
    plant(mutant) {
      const file = path.join(dir, mutant.file);
      const source = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, mutate(source, mutant));
      return () => fs.writeFileSync(file, source);
    },
    remove: () => fs.rmSync(dir, { recursive: true, force: true }),
  };
}

/** The source with the bug. @throws where the code that it changes is not there exactly once; how it is laid out in lines does not matter. */
export function mutate(source: string, { name, file, find, replace }: Mutant): string {
  const places = [...source.matchAll(anyLayout(find))];
  const [place] = places;
  if (!place || places.length > 1)
    throw new Error(`${name}: ${JSON.stringify(find)} stands ${places.length} times in ${file}, not once`);
  return source.slice(0, place.index) + replace + source.slice(place.index + place[0].length);
}

/** Finds code wherever a formatter breaks its lines: between any two words or signs may be white space, and a comma before what closes. */
function anyLayout(code: string): RegExp {
  const signs = code.match(/\w+|[^\w\s]/g) ?? [];
  const apart = (sign: string, index: number) => {
    const before = signs[index - 1] ?? '';
    if (index === 0) return '';
    if (/^\w/.test(sign) && /\w$/.test(before)) return '\\s+';
    return /[)\]}]/.test(sign) ? '\\s*,?\\s*' : '\\s*';
  };
  return new RegExp(signs.map((sign, index) => apart(sign, index) + escape(sign)).join(''), 'g');
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

function sourceFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64_000_000 }).split(
    '\0',
  );
  return listed.filter((file) => file !== '' && fs.existsSync(path.join(repositoryRoot, file)));
}
