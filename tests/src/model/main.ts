import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dakaDir, describeFailure, findSpin, type FoundSpin, OperatorProblem } from '@daka/local';
import { guards } from './guards';
import { type Found, type ModelRun, runModel } from './run-spin';
import { everyday, nightly } from './runs';

const USAGE = `Usage: npm run model [-- --full] [--without GUARD]; GUARD is one of ${guards.map(({ name }) => name).join(', ')}`;
const log = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run model`: 0 when nothing is wrong in any state within the bounds, 1 when something is or Spin is not to be had, 2 for bad input. */
async function main(): Promise<number> {
  const { isFull, without } = options();
  const spin = await findSpin({ cacheDir: join(dakaDir, 'cache'), env: process.env, log });
  const runs = [...everyday, ...(isFull ? nightly : [])];
  let isSound = true;
  for (const run of runs) {
    const found = await look(spin, without === undefined ? run : { ...run, name: `${run.name}-${without}`, without });
    isSound &&= found.isSound;
  }
  return isSound ? 0 : 1;
}

async function look(spin: FoundSpin, run: ModelRun): Promise<Found> {
  const found = await runModel(spin, run, join(dakaDir, 'model'));
  const bounds = `${run.faults} faults, ${run.acts} acts, ${run.payers} of 2 members pay`;
  const cost = `${found.states} states, ${found.seconds.toFixed(0)} s, ${Math.ceil(found.memoryMb)} MB`;
  const verdict = found.isSound ? 'no error' : `${found.error}\n  step by step in ${join(found.dir, 'steps.txt')}`;
  process.stdout.write(`${run.isLiveness ? 'nobody waits for ever' : 'safety'} (${bounds}): ${cost}: ${verdict}\n`);
  return found;
}

function options(): { isFull: boolean; without: string | undefined } {
  try {
    const { values } = parseArgs({ options: { full: { type: 'boolean' }, without: { type: 'string' } } });
    const { full: isFull = false, without } = values;
    if (without !== undefined && !guards.some(({ name }) => name === without)) throw new Error('no such guard');
    return { isFull, without };
  } catch {
    log(USAGE);
    process.exit(2);
  }
}

main().then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    log(error instanceof OperatorProblem ? error.message : describeFailure(error));
    process.exitCode = 1;
  },
);
