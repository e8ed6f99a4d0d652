import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';
import { fetchOnce } from './fetch-once';
import { lastLine, type FindOptions } from './find-mongod';

const VERSION = '6.5.2';
const PACKAGE = 'spin=6.5.2+dfsg-1';
/** Of Debian's package for amd64, which apt has checked against Debian's signature too. */
const SHA256 = '55452ba139bae09a165363fdee18fe496913b4ae441d122280fbcbb48556502f';
const FETCH_TIMEOUT_MS = 120_000;
const INSTEAD = 'Install spin 6.5 and put it on PATH.';

export interface FoundSpin {
  spin: string;
  /** Compiles the checker that Spin writes. */
  cc: string;
  source: 'installed' | 'fetched';
}

/** An installed `spin`, else Debian's package, fetched once into the cache; and the C compiler (`CC`, else `cc`) that it is nothing without. */
export async function findSpin({ cacheDir, env, log }: FindOptions): Promise<FoundSpin> {
  const cc = env['CC'] || 'cc';
  if ((await runCommand(cc, ['--version'], { timeoutMs: 20_000, env })).code !== 0)
    throw new OperatorProblem(
      `Spin writes a C program, and ${cc} does not start. Install a C compiler (gcc or clang), or set CC.`,
    );
  if ((await runCommand('spin', ['-V'], { timeoutMs: 20_000, env })).code === 0)
    return { spin: 'spin', cc, source: 'installed' };

  const dir = path.join(cacheDir, `spin-${VERSION}`);
  await fetchOnce({
    title: `Spin ${VERSION}`,
    sizeMb: 1,
    neededMb: 10,
    dir,
    log,
    fill: (staging) => fetchFromDebian(staging, env),
  });
  return { spin: path.join(dir, 'spin'), cc, source: 'fetched' };
}

async function fetchFromDebian(staging: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new OperatorProblem(`No ready-made Spin for ${process.platform} ${process.arch}. ${INSTEAD}`);
  const options = { cwd: staging, env, timeoutMs: FETCH_TIMEOUT_MS };
  const { code, output } = await runCommand('apt-get', ['download', '--quiet', PACKAGE], options);
  if (code === null)
    throw new OperatorProblem(`Spin is not installed, and apt-get is missing to fetch Debian's package. ${INSTEAD}`);
  const file = (await fs.readdir(staging)).find((name) => name.endsWith('.deb'));
  if (code !== 0 || file === undefined)
    throw new OperatorProblem(
      `Fetching Spin failed (${lastLine(output)}). Check the network and apt's lists (apt-get update). ${INSTEAD}`,
    );
  const deb = path.join(staging, file);
  const found = createHash('sha256')
    .update(await fs.readFile(deb))
    .digest('hex');
  if (found !== SHA256)
    throw new OperatorProblem(
      `Apt's package of Spin is another than the one known here (SHA-256 ${found}). ${INSTEAD}`,
    );
  const unpacked = path.join(staging, 'unpacked');
  const unpacking = await runCommand('dpkg-deb', ['--extract', deb, unpacked], options);
  if (unpacking.code !== 0)
    throw new OperatorProblem(`Unpacking Spin failed (${lastLine(unpacking.output)}). ${INSTEAD}`);
  await fs.rename(path.join(unpacked, 'usr/bin/spin'), path.join(staging, 'spin'));
  await fs.rm(unpacked, { recursive: true });
  await fs.rm(deb);
}
