import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dakaDir } from '@daka/local';
import { createClient, signUp, startOrganisation, type Client } from '@daka/replay';
import type { Act } from './plan/acts';
import { MOST_PEOPLE } from './plan/people';
import { planSchedule } from './plan/schedule';
import { runSchedule, type Life, type Outcome, type Quarters } from './run/run-schedule';
import type { Cast } from './run/play';
import { startWorld, type World } from './world/start';

export interface ChaosOptions {
  schedules: number;
  /** Of the first; the others follow by one. */
  seed: number;
  /** Leaves data and logs, as a failure does. */
  keep?: boolean;
  log?(line: string): void;
  signal?: AbortSignal;
}

export interface ChaosReport {
  passed: number;
  failed: Failure[];
  /** Acts by type, over all schedules. */
  acts: Record<string, number>;
  looks: number;
  /** Over all schedules. */
  life: Life;
  seconds: number;
  /** Of the run, where they were kept. */
  logs: string | null;
}

export interface Failure {
  seed: number;
  reasons: string[];
  /** The schedule with what was done and found, as JSON. */
  file: string;
}

type Organisers = Pick<Cast, 'owner' | 'organisationId'>;

const SERVICES = ['membership', 'payment', 'homework', 'checkin'] as const;
const PASSWORD = 'a password for the storm';
/** Membership lets an owner appoint a hundred people an hour. */
const SCHEDULES_AN_OWNER = 50;
/** Until payment has heard of an organisation, and of its account. */
const KNOWN_TRIES = 200;
const KNOWN_EVERY_MS = 200;

/** Runs schedules one after the other on one running system. A schedule depends on its seed alone. */
export async function runChaos({
  schedules,
  seed,
  keep = false,
  log = () => undefined,
  signal,
}: ChaosOptions): Promise<ChaosReport> {
  const startedMs = performance.now();
  const world = await startWorld({ log, signal });
  const report: ChaosReport = {
    passed: 0,
    failed: [],
    acts: {},
    looks: 0,
    life: { payments: 0, checkIns: 0, appeals: 0, leave: 0, refunds: 0, transfers: 0 },
    seconds: 0,
    logs: null,
  };
  const quarters = settleIn(world, signal);
  try {
    const cast = await gatherCast(world, quarters.client);
    let organisers = await foundOrganisation(world, quarters.client, 0);
    for (let slot = 0; slot < schedules; slot += 1) {
      signal?.throwIfAborted();
      if (slot > 0 && slot % SCHEDULES_AN_OWNER === 0)
        organisers = await foundOrganisation(world, quarters.client, slot);
      await runOne({ ...quarters, world, cast: { ...cast, ...organisers }, signal }, seed + slot, slot, report, log);
    }
  } finally {
    quarters.close();
    const isKept = keep || report.failed.length > 0;
    report.logs = isKept ? path.join(world.system.dir, 'logs') : null;
    await world.stop({ keep: isKept });
  }
  return { ...report, seconds: Math.round((performance.now() - startedMs) / 1_000) };
}

async function runOne(
  quarters: Quarters,
  seed: number,
  slot: number,
  report: ChaosReport,
  log: (line: string) => void,
): Promise<void> {
  const schedule = planSchedule(seed);
  try {
    const outcome = await runSchedule(quarters, schedule, slot);
    for (const { act } of outcome.acts) report.acts[act.type] = (report.acts[act.type] ?? 0) + 1;
    report.looks += outcome.looks;
    for (const key of ['payments', 'checkIns', 'appeals', 'leave', 'refunds', 'transfers'] as const)
      report.life[key] += outcome.life[key];
    log(`seed ${seed}: ${summaryOf(outcome)}`);
    const reasons = outcome.violations.map(({ invariant, subject, detail }) => `${invariant}: ${subject}: ${detail}`);
    if (reasons.length === 0) report.passed += 1;
    else noteFailure(report, seed, reasons, { schedule, outcome });
  } catch (error) {
    quarters.signal?.throwIfAborted();
    const { acts = [] } = error as { acts?: readonly { act: Act }[] };
    log(`seed ${seed}: ended with ${String(error)}`);
    noteFailure(report, seed, [error instanceof Error ? (error.stack ?? error.message) : String(error)], {
      schedule,
      acts,
    });
  }
}

function noteFailure(report: ChaosReport, seed: number, reasons: string[], record: object): void {
  const file = path.join(dakaDir, 'chaos', `failed-${seed}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ seed, reasons, ...record }, null, 1)}\n`);
  report.failed.push({ seed, reasons, file });
}

function summaryOf({ violations, steps, acts, life, looks, seconds }: Outcome): string {
  const verdict = violations.length === 0 ? 'sound' : `${violations.length} VIOLATIONS`;
  return `${verdict}, ${steps} steps, ${life.payments} payments, ${life.checkIns} check-ins, ${life.appeals} appeals, ${life.leave} requests for leave, ${life.refunds} refunds, ${life.transfers} transfers; ${acts.map(({ act }) => nameOf(act)).join(', ')}; ${looks} looks, ${seconds} s`;
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

/** Who takes part in all schedules. */
async function gatherCast(world: World, client: Client): Promise<Omit<Cast, keyof Organisers>> {
  world.system.setClock('2026-02-01T00:00:00Z');
  const accounts = Array.from({ length: MOST_PEOPLE }, (_, index) => ({
    email: `learner-${index + 1}@chaos.example`,
    password: PASSWORD,
    displayName: `Learner ${index + 1}`,
    timeZone: 'Asia/Shanghai',
  }));
  const judge = { email: 'judge@chaos.example', password: PASSWORD, displayName: 'Judge', timeZone: 'Asia/Shanghai' };
  return { client, judge: await signUp(client, judge), accounts };
}

/** With an account of its own, so that money goes out to it too. */
async function foundOrganisation({ processor }: World, client: Client, slot: number): Promise<Organisers> {
  const account = {
    email: `owner-${slot}@chaos.example`,
    password: PASSWORD,
    displayName: 'Owner',
    timeZone: 'Asia/Shanghai',
  };
  const organisers = await startOrganisation(client, account, `Chaos from ${slot} on`);
  const path = `/api/payment/organisations/${organisers.organisationId}/stripe-account`;
  for (let tries = 0; tries < KNOWN_TRIES; tries += 1) {
    const { status, body } = await organisers.owner.send({ method: 'POST', path, body: {} });
    const { url } = (body ?? {}) as { url?: string | null };
    if (status === 200 && url) await processor.onboard(url);
    if (status === 200 && url === null) return organisers;
    await sleep(KNOWN_EVERY_MS);
  }
  throw new Error('payment does not know of the organisation');
}
