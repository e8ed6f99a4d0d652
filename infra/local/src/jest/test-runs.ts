import fs from 'node:fs';
import path from 'node:path';
import { dakaDir } from '../paths';
import { isAlive, reapLeftovers } from '../process/pid-file';

const runsDir = path.join(dakaDir, 'test-runs');

/**
 * A state folder for what a test starts. It lies in a folder named after this process: when that was killed outright,
 * the next run ends what it left and removes the folder.
 */
export function testStateDir(name: string): string {
  const dir = path.join(runsDir, String(process.pid));
  fs.mkdirSync(dir, { recursive: true });
  return fs.mkdtempSync(path.join(dir, `${name}-`));
}

/** Ends the servers of test runs that could not do so themselves. */
export async function reapAbandonedRuns(): Promise<void> {
  const runs = fs.existsSync(runsDir) ? fs.readdirSync(runsDir) : [];
  for (const run of runs.filter((pid) => !isAlive(Number(pid)))) {
    await reapLeftovers(path.join(runsDir, run));
    fs.rmSync(path.join(runsDir, run), { recursive: true, force: true });
  }
}
