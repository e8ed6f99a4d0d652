import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dakaDir, describeFailure, findSchemathesis, OperatorProblem, type FoundSchemathesis } from '@daka/local';
import { runRound } from './schemathesis';
import { PEOPLE, startFuzzWorld, tokenOf, type FuzzWorld, type Person } from './world';

const SERVICES = ['membership', 'payment', 'homework', 'checkin'];
const USAGE = `Usage: npm run fuzz [-- --requests N] [--seed S] [--as ${PEOPLE.join('|')}]... [${SERVICES.join('|')} ...]; 20000 requests for each of all services, as each person in turn`;
const log = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run fuzz`: 0 when every answer was one that the OpenAPI document states, 1 when not, 2 for bad input. */
async function main(): Promise<number> {
  const { services, requests, seed, as } = options();
  const found = await findSchemathesis({ cacheDir: join(dakaDir, 'cache'), env: process.env, log });
  const dir = mkdtempSync(join(tmpdir(), 'daka-fuzz-'));
  const world = await startFuzzWorld();
  try {
    let isSound = true;
    for (const service of services)
      if (!(await fuzz(world, found, dir, { service, requests, seed, as }))) isSound = false;
    return isSound ? 0 : 1;
  } finally {
    await world.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Rounds as one person after the other, until so many requests have been made. */
async function fuzz(
  world: FuzzWorld,
  found: FoundSchemathesis,
  dir: string,
  { service, requests, seed, as }: { service: string; requests: number; seed: number; as: readonly Person[] },
): Promise<boolean> {
  const url = urlOf(world, service);
  const people = as.map((person) => [person, world.people[person]] as const);
  let made = 0;
  let failedRounds = 0;
  for (let round = 0; made < requests; round++) {
    const [person, session] = people[round % people.length] ?? [];
    if (person === undefined || session === undefined) throw new Error('nobody asks');
    const token = await tokenOf(urlOf(world, 'membership'), session.account);
    const result = await runRound(found, dir, { service, url, person, token, seed: seed + round, known: world.known });
    if (result.requests === 0) throw new OperatorProblem(`schemathesis made no request:\n${result.output}`);
    made += result.requests;
    if (result.isSound) continue;
    failedRounds += 1;
    log(`${service} as ${person}, seed ${seed + round}:\n${result.output}`);
  }
  process.stdout.write(
    `${service} as ${as.join(', ')}: ${made} requests, ${failedRounds === 0 ? 'all as its document says' : `${failedRounds} rounds with findings`}\n`,
  );
  return failedRounds === 0;
}

function urlOf({ urls }: FuzzWorld, service: string): string {
  const url = urls[service];
  if (url === undefined) throw new Error(`${service} does not run`);
  return url;
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        requests: { type: 'string', default: '20000' },
        seed: { type: 'string', default: '1' },
        as: { type: 'string', multiple: true, default: [...PEOPLE] },
      },
      allowPositionals: true,
    });
    const [requests, seed] = [values.requests, values.seed].map((text) =>
      /^\d{1,9}$/.test(text) ? Number(text) : NaN,
    );
    if (!requests || seed === undefined || Number.isNaN(seed)) throw new Error('not numbers');
    if (positionals.some((name) => !SERVICES.includes(name))) throw new Error('not a service');
    const as = PEOPLE.filter((person) => values.as.includes(person));
    if (as.length < new Set(values.as).size) throw new Error('not a person of the cohort');
    return { as, services: positionals.length > 0 ? positionals : SERVICES, requests, seed };
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
