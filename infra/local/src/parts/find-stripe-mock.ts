import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';
import { fetchOnce } from './fetch-once';
import { lastLine, type FindOptions } from './find-mongod';

const MODULE = 'github.com/stripe/stripe-mock';
const VERSION = '0.203.0';
const FETCH_TIMEOUT_MS = 600_000;

/** Stripe's own request checker, for tests: an installed `stripe-mock`, else one built once by Go into the cache. Answers its path. */
export async function findStripeMock({ cacheDir, env, log }: FindOptions): Promise<string> {
  const installed = onPath('stripe-mock', env);
  if (installed) return installed;

  const dir = path.join(cacheDir, `stripe-mock-${VERSION}`);
  await fetchOnce({
    title: `stripe-mock ${VERSION}`,
    sizeMb: 12,
    neededMb: 400,
    dir,
    log,
    fill: (staging) => buildWithGo(staging, env),
  });
  return path.join(dir, 'stripe-mock');
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const places = (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((dir) => path.join(dir, name));
  return places.find((place) => existsSync(place));
}

async function buildWithGo(staging: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runCommand('go', ['install', `${MODULE}@v${VERSION}`], {
    timeoutMs: FETCH_TIMEOUT_MS,
    env: { ...env, GOBIN: staging },
  });
  if (code === null)
    throw new OperatorProblem('stripe-mock is not installed, and Go is missing to build it. Install either.');
  if (code !== 0)
    throw new OperatorProblem(
      `Building stripe-mock failed (${lastLine(output)}). Check the network, or install stripe-mock.`,
    );
  await fs.access(path.join(staging, 'stripe-mock'));
}
