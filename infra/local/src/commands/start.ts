import fs from 'node:fs';
import path from 'node:path';
import { requireDiskSpace } from '../parts/disk-space';
import { dakaDir } from '../paths';
import { OperatorProblem, describeFailure } from '../problem';
import { acquireLock } from '../system/lock';
import type { System } from '../system/options';
import { startSystem } from '../system/start-system';
import { seed, type SignIn } from './seed';
import { readStartOptions, type StartOptions } from './start-options';

const NEEDED_MB = 500;

/** `npm start`: runs the whole system until Ctrl-C. */
async function main(): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
  process.on('disconnect', () => ending.abort());

  keepToOwner(dakaDir);
  const options = readStartOptions(process.argv.slice(2), process.env);
  const lock = acquireLock(path.join(dakaDir, 'start.lock'));
  try {
    await requireDiskSpace(dakaDir, NEEDED_MB, 'Daka');
    return await run(options, ending);
  } finally {
    lock.release();
  }
}

/** Data, logs and keys hold what people wrote and paid: whatever is made below, by any process of ours, is its owner's alone. */
function keepToOwner(dir: string): void {
  process.umask(0o077);
  fs.mkdirSync(dir, { recursive: true });
  fs.chmodSync(dir, 0o700);
}

async function run(options: StartOptions, ending: AbortController): Promise<number> {
  let exitCode = 0;
  const giveUp = () => {
    exitCode = 1;
    ending.abort();
  };
  const system = await startSystem({
    ...options.system,
    dir: dakaDir,
    log: print,
    signal: ending.signal,
    onGivenUp: giveUp,
  }).catch((error: unknown) => {
    if (ending.signal.aborted && exitCode === 0) return null;
    throw error;
  });
  if (!system) return exitCode;
  try {
    const signIns = await seedWhenWanted(system, options, ending.signal);
    if (!ending.signal.aborted) announce(system, signIns);
    await untilAborted(ending.signal);
    print('Stopping ...');
  } finally {
    await system.stop();
  }
  print('Stopped.');
  return exitCode;
}

/** A seed that fails leaves the system up: its log and data are what one needs to see why. */
async function seedWhenWanted(system: System, options: StartOptions, ended: AbortSignal): Promise<readonly SignIn[]> {
  if (!options.seed) return [];
  try {
    return await Promise.race([seed(system, dakaDir, print), untilAborted(ended).then(() => [])]);
  } catch (error) {
    print(`The demo cohort is not complete: ${describeFailure(error)}`);
    print(`To start over, stop Daka and delete ${path.join(dakaDir, 'data')}.`);
    return [];
  }
}

function announce({ origin, urls, operationsUrls }: System, signIns: readonly SignIn[]): void {
  print('');
  print(`Daka runs at ${origin}`);
  for (const [name, url] of Object.entries(urls)) {
    const operations = operationsUrls[name];
    print(`  ${name.padEnd(10)} ${url}${operations ? `  (health and metrics: ${operations})` : ''}`);
  }
  if (signIns.length > 0) print('Demo sign-ins:');
  for (const { role, email, password, what } of signIns)
    print(`  ${role.padEnd(10)}  ${email.padEnd(26)}  ${password}  ${what}`);
  print('Ctrl-C stops everything; the data stay.');
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** A terminal that is gone is no reason to leave servers running. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.stdout.on('error', () => undefined);
main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(error instanceof OperatorProblem ? 1 : 70);
  },
);
