import fs from 'node:fs/promises';
import path from 'node:path';
import { requireDiskSpace } from './disk-space';

const PROGRESS_EVERY_MS = 3_000;

export type Log = (line: string) => void;

export interface Download {
  /** What to call it in progress lines, such as "Kafka 4.1.0". */
  title: string;
  sizeMb: number;
  /** Disk space needed while unpacking. */
  neededMb: number;
  /** Where it ends up; its existence means that it is complete. */
  dir: string;
  log: Log;
  /** Puts everything into an empty folder; throws an OperatorProblem that says what to do. */
  fill(stagingDir: string): Promise<void>;
}

/**
 * Fetches into a staging folder beside the target and renames it: a fetch that is cut off leaves nothing that looks whole,
 * and of two processes that fetch at once the first to finish wins and the other takes its copy.
 */
export async function fetchOnce(download: Download): Promise<string> {
  if (await exists(download.dir)) return download.dir;
  await requireDiskSpace(download.dir, download.neededMb, download.title);
  await fs.mkdir(path.dirname(download.dir), { recursive: true });
  const staging = await fs.mkdtemp(`${download.dir}.part-`);
  try {
    await fillWithProgress(download, staging);
    await putInPlace(staging, download.dir);
  } finally {
    await fs.rm(staging, { recursive: true, force: true });
  }
  return download.dir;
}

async function fillWithProgress({ title, sizeMb, log, fill }: Download, staging: string): Promise<void> {
  log(`Fetching ${title} (${sizeMb} MB) ...`);
  const startedAtMs = Date.now();
  const timer = setInterval(() => {
    void sizeOf(staging).then(
      (bytes) => log(`  ${title}: ${Math.round(bytes / 1_000_000)} MB`),
      () => undefined,
    );
  }, PROGRESS_EVERY_MS);
  try {
    await fill(staging);
  } finally {
    clearInterval(timer);
  }
  log(`Fetched ${title} in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
}

async function putInPlace(staging: string, dir: string): Promise<void> {
  try {
    await fs.rename(staging, dir);
  } catch (error) {
    if (!(await exists(dir))) throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

async function sizeOf(dir: string): Promise<number> {
  const entries = await fs.readdir(dir, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        fs.stat(path.join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
