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

/** The source with the bug. @throws where the code that it changes is not there exactly once. */
export function mutate(source: string, { name, file, find, replace }: Mutant): string {
  const count = source.split(find).length - 1;
  if (count !== 1) throw new Error(`${name}: ${JSON.stringify(find)} stands ${count} times in ${file}, not once`);
  return source.replace(find, () => replace);
}

function sourceFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64_000_000 }).split('\0');
  return listed.filter((file) => file !== '' && fs.existsSync(path.join(repositoryRoot, file)));
}
