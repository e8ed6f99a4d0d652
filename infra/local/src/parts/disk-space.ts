import fs from 'node:fs/promises';
import path from 'node:path';
import { OperatorProblem } from '../problem';

export type FreeBytes = (dir: string) => Promise<number>;

/** Throws one clear line when the disk that holds `dir` (which need not exist yet) has less than `neededMb` left. */
export async function requireDiskSpace(
  dir: string,
  neededMb: number,
  purpose: string,
  freeBytes: FreeBytes = freeBytesOf,
): Promise<void> {
  const freeMb = Math.floor((await freeBytes(await nearestExisting(dir))) / 1_000_000);
  if (freeMb >= neededMb) return;
  throw new OperatorProblem(`Not enough disk space in ${dir}: ${purpose} needs ${neededMb} MB, ${freeMb} MB are free.`);
}

async function freeBytesOf(dir: string): Promise<number> {
  const { bavail, bsize } = await fs.statfs(dir);
  return bavail * bsize;
}

async function nearestExisting(dir: string): Promise<string> {
  try {
    await fs.access(dir);
    return dir;
  } catch {
    return nearestExisting(path.dirname(dir));
  }
}
