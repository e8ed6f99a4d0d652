import path from 'node:path';
import { dakaDir } from '../paths';
import { freePort } from '../ports';
import { spawnLogged } from '../process/logged-child';
import { findStripeMock } from './find-stripe-mock';
import { runPart, type RunningPart } from './program';
import type { PartOptions } from './start-mongo';

export interface RunningStripeMock extends RunningPart {
  readonly url: string;
}

/** Runs Stripe's request checker on loopback; it keeps no state, `dataDir` only names its log. */
export async function startStripeMock(options: PartOptions): Promise<RunningStripeMock> {
  const { dataDir, log = () => undefined, cacheDir = path.join(dakaDir, 'cache'), env = process.env } = options;
  const command = await findStripeMock({ cacheDir, env, log });
  const port = options.port ?? await freePort();
  const url = `http://127.0.0.1:${port}`;
  const part = await runPart(port, {
    name: 'stripe-mock',
    spawn: () => spawnLogged({ command, args: ['-http-addr', `127.0.0.1:${port}`], logFile: options.logFile ?? `${dataDir}.log` }),
    ready: async () => (await fetch(`${url}/v1/charges`, { headers: { authorization: 'Bearer sk_test_123' }, signal: AbortSignal.timeout(2_000) })).ok,
  });
  return Object.assign(part, { url });
}
