import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from '@daka/local';
import { admitLearners, benchPolicy, PLAN_DAYS, startKeyServer, type BenchLearner, type KeyServer } from './learners';
import { earnedVisible, median, rawRoundTrips } from './latency';
import { load, type LoadRequest, type LoadResult } from './load';

const LEARNERS = 1_500;
const SECONDS = 8;
/** Before anything is measured, so that neither side is measured while it is still being compiled. */
const WARM_UP_SECONDS = 4;
const ROUNDS = 2;
const LATENCY_SAMPLES = 200;

/** Check-ins per second, latency and memory. */
export async function benchCheckIns(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-'));
  const keys = await startKeyServer();
  try {
    await throughput(join(dir, 'alone'), keys, ['checkin'], 'checkin alone, its outbox relayed to Kafka');
    await throughput(join(dir, 'together'), keys, ['checkin', 'payment'], 'with payment following on the same cores');
  } finally {
    await keys.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

type Followers = ('checkin' | 'payment')[];

async function throughput(dir: string, keys: KeyServer, services: Followers, what: string): Promise<void> {
  const serviceEnv = { checkin: { JWKS_URL: keys.jwksUrl }, payment: { JWKS_URL: keys.jwksUrl } };
  const system = await startSystem({ dir, services, serviceEnv });
  const bare = await startBare(system.mongoUrl);
  try {
    const learners = await admitLearners(system.brokers, system.topicPrefix, keys, LEARNERS);
    await untilAdmitted(system, learners);
    console.log(`\nCheck-ins, ${what}`);
    await compareLoads(system, bare.url, learners.slice(LATENCY_SAMPLES));
    if (services.includes('payment')) await compareLatencies(system, learners.slice(0, LATENCY_SAMPLES));
    printMemory(system);
  } finally {
    bare.child.disconnect();
    await system.stop();
  }
}

async function compareLoads(system: System, bareUrl: string, learners: readonly BenchLearner[]): Promise<void> {
  const next = checkIns(learners);
  await load(bareUrl, WARM_UP_SECONDS, bareInsert);
  await load(url(system, 'checkin'), WARM_UP_SECONDS, next);
  const rounds: { ours: LoadResult; bare: LoadResult }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await load(bareUrl, SECONDS, bareInsert);
    const ours = await load(url(system, 'checkin'), SECONDS, next);
    rounds.push({ ours, bare });
    console.log(line('bare express + mongoose insert', bare));
    console.log(line('accepted check-ins', ours));
  }
  const total = (pick: 'ours' | 'bare') => rounds.reduce((sum, round) => sum + round[pick].perSecond, 0);
  console.log(`  ratio ${(total('ours') / total('bare')).toFixed(2)} (wanted: at least 0.50)`);
}

async function compareLatencies(system: System, learners: readonly BenchLearner[]): Promise<void> {
  await quiet(system);
  const raw = median(await rawRoundTrips(system.brokers, 'bench.raw', LATENCY_SAMPLES));
  const addresses = { checkin: url(system, 'checkin'), payment: url(system, 'payment') };
  const earned = median(await earnedVisible(addresses, learners, dayAt(0)));
  console.log(`  check-in -> earned amount in the statement: median ${earned.toFixed(1)} ms; raw kafkajs round trip ${raw.toFixed(1)} ms`);
  console.log(`  ratio ${(earned / raw).toFixed(2)} (wanted: at most 4)`);
}

function printMemory(system: System): void {
  for (const [name, pid] of Object.entries(system.pids())) {
    if (name === 'mongo' || name === 'kafka') continue;
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    console.log(`  resident memory of ${name}: ${Math.round(Number(kilobytes) / 1024)} MB (wanted of a service: at most 160)`);
  }
}

const policy = benchPolicy();
const dayAt = (offset: number) => new Date(Date.parse(policy.startsOn) + offset * 86_400_000).toISOString().slice(0, 10);

/** Every learner's every day once: each request is a check-in that is to be accepted. */
function checkIns(learners: readonly BenchLearner[]): () => LoadRequest {
  let sent = 0;
  return () => {
    const learner = learners[sent % learners.length];
    const day = Math.floor(sent / learners.length);
    if (!learner || day >= PLAN_DAYS) throw new Error('out of check-ins: more learners are needed for this machine');
    sent += 1;
    return {
      path: `/enrolments/${learner.enrolmentId}/entries`,
      headers: { authorization: learner.authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ day: dayAt(day), text: 'What I learned today, in a few words.' }),
    };
  };
}

function bareInsert(): LoadRequest {
  return {
    path: '/entries',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ day: dayAt(0), text: 'What I learned today, in a few words.' }),
  };
}

async function untilAdmitted(system: System, learners: readonly BenchLearner[]): Promise<void> {
  const last = learners.at(-1);
  if (!last) throw new Error('no learners');
  await quiet(system);
  const answer = await fetch(`${url(system, 'checkin')}/enrolments/${last.enrolmentId}/calendar`, { headers: { authorization: last.authorization } });
  if (answer.status !== 200) throw new Error(`the calendar of an admitted learner was answered ${answer.status}`);
}

/** Waits until nothing is on its way any more. */
async function quiet(system: System): Promise<void> {
  for (let calm = 0, tries = 0; calm < 3; tries++) {
    if (tries > 600) throw new Error('the system did not become quiet within 60 s');
    const statuses = await Promise.all(
      Object.keys(system.pids()).filter((name) => name === 'checkin' || name === 'payment')
        .map(async (name) => (await (await fetch(`${url(system, name)}/statusz`)).json()) as Record<string, number>),
    );
    calm = statuses.every((status) => Object.values(status).every((count) => count === 0)) ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function url(system: System, name: string): string {
  const found = system.urls[name];
  if (!found) throw new Error(`${name} does not run`);
  return found;
}

async function startBare(mongoUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(join(__dirname, 'bare-server.js'), { env: { ...process.env, MONGO_URL: mongoUrl } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
  });
  return { url: `http://127.0.0.1:${port}`, child };
}

function line(what: string, { perSecond, p99Ms, failed }: LoadResult): string {
  return `  ${what.padEnd(32)} ${perSecond.toFixed(0).padStart(6)}/s  p99 ${String(p99Ms).padStart(4)} ms${failed ? `  FAILED ${failed}` : ''}`;
}
