import fs from 'node:fs';
import path from 'node:path';
import { OperatorProblem } from '../problem';
import { commandLine, isAlive } from '../process/pid-file';

const MAX_ATTEMPTS = 5;

export interface Lock {
  release(): void;
}

/** Takes the lock of a state folder for this process; one clear line when another live process holds it. */
export function acquireLock(file: string): Lock {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (tryCreate(file)) return { release: () => releaseOwn(file) };
    const holder = holderOf(file);
    if (holder !== null && isHolderAlive(holder))
      throw new OperatorProblem(`Daka already runs from this folder (process ${holder}). Stop that one first.`);
    discardStale(file, holder);
  }
  throw new OperatorProblem(`The lock ${file} changes hands too quickly. Try again.`);
}

function tryCreate(file: string): boolean {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(own);
  }
}

/** Renaming is how one of several starters wins; a lock that was renewed since the look is put back. */
function discardStale(file: string, stale: number | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (holderOf(aside) !== stale) fs.linkSync(aside, file);
  } catch {
    // Another starter was quicker; the next attempt sees what it left.
  }
  fs.rmSync(aside, { force: true });
}

function releaseOwn(file: string): void {
  if (holderOf(file) === process.pid) fs.rmSync(file, { force: true });
}

function holderOf(file: string): number | null {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** Pids are reused: only another Node process can be a holder. */
function isHolderAlive(pid: number): boolean {
  return isAlive(pid) && (pid === process.pid || commandLine(pid).includes('node'));
}
