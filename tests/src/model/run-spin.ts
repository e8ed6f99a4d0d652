import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FoundSpin, OperatorProblem, repositoryRoot } from '@daka/local';

const MODEL = join(repositoryRoot, 'infra/model/protocol.pml');
const NAME = basename(MODEL);
/** Longer runs than any that were seen: Spin says so when one is longer, and then nothing is shown. */
const MAX_DEPTH = 100_000;
const MAX_OUTPUT_CHARS = 1_000_000;

export interface Bounds {
  /** Messages repeated or ahead of their turn, and crashes, in all. */
  faults: number;
  /** What learners and staff do of their own accord, in all. */
  acts: number;
  /** How many of the two members pay. */
  payers: number;
}

export interface ModelRun extends Bounds {
  name: string;
  /** Takes this guard out. */
  without?: string;
  /** Looks for runs in which somebody waits for ever, cycles among them, instead of for broken assertions. */
  isLiveness?: boolean;
  memoryMb: number;
}

export interface Found {
  /** All states within the bounds were seen, and nothing was wrong in any. */
  isSound: boolean;
  /** What Spin found first; null: nothing. */
  error: string | null;
  states: number;
  seconds: number;
  memoryMb: number;
  /** Where the steps that lead to the error can be read. */
  dir: string;
}

/**
 * Has Spin write a checker of the model, compiles it and runs it, in a folder of this run below `workDir`.
 * @throws OperatorProblem when one of them does not run, or when the search ended before all was seen: with too little memory nothing is shown
 */
export async function runModel({ spin, cc }: FoundSpin, run: ModelRun, workDir: string): Promise<Found> {
  const dir = join(workDir, run.name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  // Spin looks for the steps to an error beside the model.
  copyFileSync(MODEL, join(dir, NAME));
  const switches = [`-DFAULTS=${run.faults}`, `-DACTS=${run.acts}`, `-DPAYERS=${run.payers}`];
  if (run.without !== undefined) switches.push(`-D${run.without}`);
  if (run.isLiveness) switches.push('-DLIVENESS');
  await must(dir, spin, [...switches, '-a', NAME]);
  const search = run.isLiveness ? [] : ['-DSAFETY', '-DNOCLAIM'];
  await must(dir, cc, ['-O2', '-w', '-DCOLLAPSE', `-DMEMLIM=${run.memoryMb}`, ...search, '-o', 'pan', 'pan.c']);
  const startedAtMs = performance.now();
  const output = await must(dir, join(dir, 'pan'), [`-m${MAX_DEPTH}`, ...(run.isLiveness ? ['-a'] : [])]);
  const seconds = (performance.now() - startedAtMs) / 1000;
  const found = read(output);
  if (found.error !== null) await explain(dir, spin, switches);
  return { ...found, seconds, dir };
}

/** What a checker printed. It ends with 0 whatever it found, so its words count; what it does not say is no success. */
export function read(output: string): Pick<Found, 'isSound' | 'error' | 'states' | 'memoryMb'> {
  const error = /^pan:1: (?<error>.+?)(?: \(at depth -?\d+\))?$/m.exec(output)?.groups?.['error'] ?? null;
  const errors = Number(/errors: (\d+)/.exec(output)?.[1] ?? NaN);
  const states = Number(/^ *(\S+) states, stored/m.exec(output)?.[1] ?? NaN);
  const memoryMb = Number(/^ *(\S+)\ttotal actual memory usage/m.exec(output)?.[1] ?? NaN);
  const isCut = /Search not completed|search depth too small|out of memory|MEMLIM/i.test(output);
  if (Number.isNaN(errors) || Number.isNaN(states) || (isCut && errors === 0))
    throw new OperatorProblem(`Spin did not see all states, which shows nothing:\n${output.slice(-2_000)}`);
  if (errors > 0 && error === null) throw new OperatorProblem(`Spin found an error without a name:\n${output}`);
  return { isSound: errors === 0 && error === null, error, states, memoryMb };
}

/** Writes the steps that lead to the error beside it. */
async function explain(dir: string, spin: string, switches: readonly string[]): Promise<void> {
  await must(dir, '/bin/sh', ['-c', '"$0" "$@" > steps.txt', spin, ...switches, '-t', '-p', '-g', NAME], true);
}

/** Ends with this process; a search may hold gigabytes. */
function must(dir: string, command: string, args: readonly string[], mayFail = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => void child.kill('SIGKILL');
    process.once('exit', end);
    let output = '';
    const collect = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-MAX_OUTPUT_CHARS));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const finish = (code: number | null) => {
      process.off('exit', end);
      if (code === 0 || mayFail) resolve(output);
      else reject(new OperatorProblem(`${command} ended with ${code ?? 'no code'}:\n${output.slice(-2_000)}`));
    };
    child.once('error', (error) => reject(new OperatorProblem(`${command} does not start: ${error.message}`)));
    child.once('close', finish);
  });
}
