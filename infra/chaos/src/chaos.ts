import fs from 'node:fs';
import path from 'node:path';
import { dakaDir } from '@daka/local';
import { createClient } from '@daka/replay';
import type { Act } from './plan/acts';
import { planSchedule } from './plan/schedule';
import { foundOrganisation, gatherCast } from './run/cast';
import { noLife } from './run/life';
import { runSchedule, type Outcome, type Quarters } from './run/run-schedule';
import { keepVerdict, readVerdicts, sumUp, type Sum, type Verdict } from './run/verdicts';
import { startWorld, type World } from './world/start';

export interface ChaosOptions {
  schedules: number;
  /** Of the first; the others follow by one. */
  seed: number;
  /** A file of verdicts, one a line: seeds that have one are not played again. */
  resume?: string;
  /** Leaves data and logs, as a failure does. */
  keep?: boolean;
  log?(line: string): void;
  signal?: AbortSignal;
}

/** Over all schedules, those of earlier runs with the same file of verdicts too. */
export interface ChaosReport extends Sum {
  passed: number;
  failed: Failure[];
  /** Of the run, where they were kept. */
  logs: string | null;
}

export interface Failure {
  seed: number;
  reasons: string[];
  /** The schedule with what was done and found, as JSON. */
  file: string;
}

const SERVICES = ['membership', 'payment', 'homework', 'checkin'] as const;
/** Membership lets an owner appoint a hundred people an hour. */
const SCHEDULES_AN_OWNER = 50;

/** Runs schedules one after the other on one running system. A schedule depends on its seed alone. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { schedules, seed, resume } = options;
  const seeds = Array.from({ length: schedules }, (_, slot) => seed + slot);
  const verdicts = resume === undefined ? [] : readVerdicts(resume).filter((one) => seeds.includes(one.seed));
  const left = seeds.filter((one) => !verdicts.some((verdict) => verdict.seed === one));
  const logs = left.length === 0 ? null : await play(options, left, verdicts);
  return {
    ...sumUp(verdicts),
    passed: verdicts.filter(({ isSound }) => isSound).length,
    failed: verdicts
      .filter(({ isSound }) => !isSound)
      .map((one) => ({ seed: one.seed, reasons: one.reasons, file: recordOf(one.seed) })),
    logs,
  };
}

/** Plays what is left, and adds to the verdicts as they come. Where the logs are, if there is something to see in them. */
async function play(
  { resume, keep = false, log = () => undefined, signal }: ChaosOptions,
  seeds: readonly number[],
  verdicts: Verdict[],
): Promise<string | null> {
  const world = await startWorld({ log, signal });
  const quarters = settleIn(world, signal);
  let isKept = true;
  try {
    const cast = await gatherCast(world, quarters.client);
    let organisers = await foundOrganisation(world, quarters.client, 0);
    for (const [count, seed] of seeds.entries()) {
      signal?.throwIfAborted();
      if (count > 0 && count % SCHEDULES_AN_OWNER === 0)
        organisers = await foundOrganisation(world, quarters.client, count);
      const verdict = await playOne({ ...quarters, world, cast: { ...cast, ...organisers }, signal }, seed, count, log);
      verdicts.push(verdict);
      if (resume !== undefined) keepVerdict(resume, verdict);
    }
    isKept = keep || verdicts.some(({ isSound }) => !isSound);
  } finally {
    quarters.close();
    await world.stop({ keep: isKept });
  }
  return isKept ? path.join(world.system.dir, 'logs') : null;
}

async function playOne(quarters: Quarters, seed: number, slot: number, log: (line: string) => void): Promise<Verdict> {
  const schedule = planSchedule(seed);
  try {
    const outcome = await runSchedule(quarters, schedule, slot);
    const { life, looks, seconds } = outcome;
    log(`seed ${seed}: ${summaryOf(outcome)}`);
    const reasons = outcome.violations.map(({ invariant, subject, detail }) => `${invariant}: ${subject}: ${detail}`);
    if (reasons.length > 0) record(seed, { seed, reasons, schedule, outcome });
    return { seed, isSound: reasons.length === 0, reasons, acts: countsOf(outcome.acts), life, looks, seconds };
  } catch (error) {
    quarters.signal?.throwIfAborted();
    const { acts = [] } = error as { acts?: readonly { act: Act }[] };
    log(`seed ${seed}: ended with ${String(error)}`);
    const reasons = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    record(seed, { seed, reasons, schedule, acts });
    return { seed, isSound: false, reasons, acts: countsOf(acts), life: noLife(), looks: 0, seconds: 0 };
  }
}

function countsOf(acts: readonly { act: Act }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { act } of acts) counts[act.type] = (counts[act.type] ?? 0) + 1;
  return counts;
}

function recordOf(seed: number): string {
  return path.join(dakaDir, 'chaos', `failed-${seed}.json`);
}

function record(seed: number, found: object): void {
  const file = recordOf(seed);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
}

function summaryOf({ violations, steps, acts, life, looks, seconds }: Outcome): string {
  const verdict = violations.length === 0 ? 'sound' : `${violations.length} VIOLATIONS`;
  return `${verdict}, ${steps} steps; ${inWords(life)}; ${acts.map(({ act }) => nameOf(act)).join(', ')}; ${looks} looks, ${seconds} s`;
}

/** What occurred, and how often. */
export function inWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}

function nameOf(act: Act): string {
  switch (act.type) {
    case 'kill':
    case 'freeze':
      return `${act.type} ${act.part}`;
    case 'network':
      return `${act.trouble} ${act.link}`;
    case 'processor':
      return Object.keys(act.faults)
        .filter((key) => key !== 'seed')
        .map((key) => `bad ${key}`)
        .join(' ');
    case 'resend':
    case 'overtake':
    case 'clock_back':
      return act.type;
    default:
      return act satisfies never;
  }
}

function settleIn({ origin, system: { urls, operationsUrls } }: World, signal?: AbortSignal) {
  const to = (address = '') => createClient({ origin: address, signal });
  const client = to(origin);
  const services = new Map(SERVICES.map((name) => [name, to(operationsUrls[name])]));
  const sandbox = to(urls['sandbox']);
  return {
    client,
    direct: { services, sandbox },
    close: () => [client, sandbox, ...services.values()].forEach((one) => one.close()),
  };
}
