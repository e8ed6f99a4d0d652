import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';
import { fetchOnce } from './fetch-once';
import { lastLine, type FindOptions } from './find-mongod';

const VERSION = '4.32.5';
const FETCH_TIMEOUT_MS = 600_000;
const RUN = 'from schemathesis.cli import schemathesis; schemathesis()';

export interface FoundSchemathesis {
  command: string;
  /** Before its own arguments. */
  args: readonly string[];
  /** What it needs of its environment beside that of the machine. */
  env: Record<string, string>;
}

/** The schemathesis of SCHEMATHESIS, else the version that is known to work here, fetched once into the cache with Python's pip. */
export async function findSchemathesis({ cacheDir, env, log }: FindOptions): Promise<FoundSchemathesis> {
  const given = env['SCHEMATHESIS'];
  if (given) return { command: given, args: [], env: {} };
  const dir = path.join(cacheDir, `schemathesis-${VERSION}`);
  await fetchOnce({
    title: `schemathesis ${VERSION}`,
    sizeMb: 20,
    neededMb: 150,
    dir,
    log,
    fill: (staging) => fetchWithPip(staging, env),
  });
  return { command: 'python3', args: ['-c', RUN], env: { PYTHONPATH: dir } };
}

async function fetchWithPip(staging: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = ['-m', 'pip', 'install', '--quiet', '--target', staging, `schemathesis==${VERSION}`];
  const { code, output } = await runCommand('python3', args, { env, timeoutMs: FETCH_TIMEOUT_MS });
  if (code === null)
    throw new OperatorProblem('Python 3.10 or later is missing to run schemathesis. Install it, or set SCHEMATHESIS.');
  if (code !== 0)
    throw new OperatorProblem(
      `Fetching schemathesis failed (${lastLine(output)}). Python needs pip; or set SCHEMATHESIS to an installed one.`,
    );
}
