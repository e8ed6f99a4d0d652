import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from '@daka/local';
import { startBare } from './bare';
import { admitCohort, benchPolicy, planDays, startKeyServer, type BenchLearner, type KeyServer } from './learners';
import { costLine, withCpu } from './cpu';
import { earnedVisible, median, rawRoundTrips } from './latency';
import { load, loadLine, type LoadRequest, type LoadResult } from './load';
import { quiet, urlOf } from './quiet';
import { printMemory } from './resident';

const LEARNERS = 1_500;
const SECONDS = 8;
/** Before anything is measured, so that neither side is measured while it is still being compiled. */
const WARM_UP_SECONDS = 4;
const ROUNDS = 2;
const LATENCY_SAMPLES = 200;
const CONNECTIONS = 64;

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
    const { learners } = await admitCohort({ system, keys, count: LEARNERS });
    await untilAdmitted(system, learners);
    console.log(`\nCheck-ins, ${what}`);
    await compareLoads(system, bare.url, learners.slice(LATENCY_SAMPLES));
    if (services.includes('payment')) await compareLatencies(system, learners.slice(0, LATENCY_SAMPLES));
    printMemory(system);
  } finally {
    bare.stop();
    await system.stop();
  }
}

async function compareLoads(system: System, bareUrl: string, learners: readonly BenchLearner[]): Promise<void> {
  const next = checkIns(learners);
  const warmUp = { seconds: WARM_UP_SECONDS, connections: CONNECTIONS };
  const measured = { seconds: SECONDS, connections: CONNECTIONS };
  await load(bareUrl, warmUp, bareInsert);
  await load(urlOf(system, 'checkin'), warmUp, next);
  const rounds: { ours: LoadResult; bare: LoadResult }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await load(bareUrl, measured, bareInsert);
    const { result: ours, costMs } = await withCpu(watched(system), () =>
      load(urlOf(system, 'checkin'), measured, next),
    );
    rounds.push({ ours, bare });
    console.log(loadLine('bare express + mongoose insert', bare));
    console.log(loadLine('accepted check-ins', ours));
    console.log(costLine(costMs, ours.perSecond * SECONDS));
  }
  const total = (pick: 'ours' | 'bare') => rounds.reduce((sum, round) => sum + round[pick].perSecond, 0);
  console.log(
    `  ratio ${(total('ours') / total('bare')).toFixed(2)} (wanted: at least 0.80 alone, 0.65 with payment following)`,
  );
}

function watched(system: System): Record<string, number> {
  const { checkin, payment, mongo } = system.pids();
  return Object.fromEntries(
    Object.entries({ checkin, payment, mongo }).flatMap(([name, pid]) => (pid ? [[name, pid]] : [])),
  );
}

async function compareLatencies(system: System, learners: readonly BenchLearner[]): Promise<void> {
  await quiet(
    system,
    ['checkin', 'payment'].filter((name) => name in system.pids()),
  );
  const raw = median(await rawRoundTrips(system.kafkaAs(), 'bench.raw', LATENCY_SAMPLES));
  const addresses = { checkin: urlOf(system, 'checkin'), payment: urlOf(system, 'payment') };
  const earned = median(await earnedVisible(addresses, learners, String(days[0])));
  console.log(
    `  check-in -> earned amount in the statement: median ${earned.toFixed(1)} ms; raw kafkajs round trip ${raw.toFixed(1)} ms`,
  );
  console.log(`  ratio ${(earned / raw).toFixed(2)} (wanted: at most 2)`);
}

const days = planDays(benchPolicy());

/** Every learner's every day once: each request is a check-in that is to be accepted. */
function checkIns(learners: readonly BenchLearner[]): () => LoadRequest {
  let sent = 0;
  return () => {
    const learner = learners[sent % learners.length];
    const day = days[Math.floor(sent / learners.length)];
    if (!learner || day === undefined) throw new Error('out of check-ins: more learners are needed for this machine');
    sent += 1;
    return {
      path: `/enrolments/${learner.enrolmentId}/entries`,
      headers: { authorization: learner.authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ day, text: 'What I learned today, in a few words.' }),
    };
  };
}

function bareInsert(): LoadRequest {
  return {
    path: '/entries',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ day: days[0], text: 'What I learned today, in a few words.' }),
  };
}

async function untilAdmitted(system: System, learners: readonly BenchLearner[]): Promise<void> {
  const last = learners.at(-1);
  if (!last) throw new Error('no learners');
  await quiet(
    system,
    ['checkin', 'payment'].filter((name) => name in system.pids()),
  );
  const answer = await fetch(`${urlOf(system, 'checkin')}/enrolments/${last.enrolmentId}/calendar`, {
    headers: { authorization: last.authorization },
  });
  if (answer.status !== 200) throw new Error(`the calendar of an admitted learner was answered ${answer.status}`);
}
