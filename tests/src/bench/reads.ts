import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from '@daka/local';
import { Kafka } from 'kafkajs';
import { startBare, type Bare } from './bare';
import { keepBooks } from './books';
import { admitCohort, benchPolicy, createSend, planDays, publishCohort, startKeyServer } from './learners';
import type { BenchCohort, BenchLearner, KeyServer } from './learners';
import { load, loadLine, type LoadRequest } from './load';
import { CHEAP_PASSWORDS, takeSeats } from './memberships';
import { quiet, urlOf } from './quiet';

const CONNECTIONS = 32;
const SECONDS = 3;
const WARM_UP_SECONDS = 2;
const ROUNDS = 2;
const DAYS = 21;
const LEARNERS = 64;
const SMALL = 12;
const LARGE = 2_000;
const PAGE = 10;
const FEW_PAYOUTS = 3;
const WANTED_RATIO = 0.6;
/** What noise between two halves of a run may look like growth. */
const WANTED_GROWTH = 1.2;

/** Reads per second, each beside a bare `findOne` by `_id` of the same content; and what a larger cohort costs. */
export async function benchReads(): Promise<void> {
  const keys = await startKeyServer();
  try {
    console.log(`\nReads, ${CONNECTIONS} connections, ${DAYS} days`);
    await withService('checkin', keys, readCheckIns);
    await withService('payment', keys, readMoney);
    await withService('membership', keys, readMemberships);
  } finally {
    await keys.stop();
  }
}

interface Bench {
  system: System;
  url: string;
  bare: Bare;
  keys: KeyServer;
}
type ServiceName = 'checkin' | 'payment' | 'membership';

/** One service at a time, so that the others take no share of the cores. */
async function withService(name: ServiceName, keys: KeyServer, run: (bench: Bench) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-reads-'));
  try {
    const serviceEnv = { [name]: name === 'membership' ? CHEAP_PASSWORDS : { JWKS_URL: keys.jwksUrl } };
    const system = await startSystem({ dir, services: [name], serviceEnv });
    const bare = await startBare(system.mongoUrl);
    try {
      await run({ system, url: urlOf(system, name), bare, keys });
    } finally {
      bare.stop();
      await system.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function readCheckIns(bench: Bench): Promise<void> {
  const { system, url, keys } = bench;
  const policy = benchPolicy({ days: DAYS });
  const { learners } = await admitCohort({ system, keys, count: LEARNERS, policy });
  const [small, large] = [
    await admitCohort({ system, keys, count: SMALL, policy }),
    await admitCohort({ system, keys, count: LARGE, policy }),
  ];
  await quiet(system, ['checkin']);
  await Promise.all(learners.map((learner) => checkInAll(url, learner, planDays(policy))));
  await quiet(system, ['checkin']);
  await besideBare(bench, 'own calendar', learners.map(asLearner('calendar')));
  await besideSmall(url, 'progress', {
    small: { path: `/cohorts/${small.cohortId}/progress?limit=${PAGE}`, headers: headersOf(small) },
    large: { path: `/cohorts/${large.cohortId}/progress?limit=${PAGE}`, headers: headersOf(large) },
  });
}

async function checkInAll(url: string, learner: BenchLearner, days: readonly string[]): Promise<void> {
  for (const day of days) {
    const answer = await fetch(`${url}/enrolments/${learner.enrolmentId}/entries`, {
      method: 'POST',
      headers: { ...headersOf(learner), 'content-type': 'application/json' },
      body: JSON.stringify({ day, text: 'What I learned today, in a few words.' }),
    });
    if (answer.status !== 201) throw new Error(`a check-in was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

async function readMoney(bench: Bench): Promise<void> {
  const { system, url, keys } = bench;
  const keep = async (count: number, payouts: number) => {
    const cohort = await publishFor(bench, count);
    const learnerIds = Array.from({ length: count }, () => randomUUID());
    return { ...cohort, learners: await keepBooks(system, keys, { ...cohort, payouts, learnerIds }) };
  };
  const { learners } = await keep(LEARNERS, DAYS);
  const [small, large] = [await keep(SMALL, FEW_PAYOUTS), await keep(LARGE, FEW_PAYOUTS)];
  await quiet(system, ['payment']);
  await besideBare(bench, 'own statement', learners.map(asLearner('statement')));
  await besideSmall(url, 'accounts', {
    small: { path: `/cohorts/${small.cohortId}/accounts`, headers: headersOf(small) },
    large: { path: `/cohorts/${large.cohortId}/accounts`, headers: headersOf(large) },
  });
}

/** A cohort whose learners' books are kept by hand. */
async function publishFor({ system, keys }: Bench, capacity: number): Promise<Omit<BenchCohort, 'learners'>> {
  const kafka = new Kafka({ clientId: 'bench', ...system.kafkaAs(), logLevel: 0 });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const send = createSend(producer, system.topicPrefix, Date.now());
  const cohort = await publishCohort(send, { keys, capacity, policy: benchPolicy({ days: DAYS }) });
  await producer.disconnect();
  return cohort;
}

async function readMemberships(bench: Bench): Promise<void> {
  const { cohortId, learners } = await takeSeats(bench.url, LEARNERS);
  await quiet(bench.system, ['membership']);
  await besideBare(
    bench,
    'own enrolments',
    learners.map((authorization) => ({ path: '/enrolments', headers: { authorization } })),
  );
  await besideBare(bench, 'cohort page', [{ path: `/cohorts/${cohortId}`, headers: {} }]);
}

const headersOf = ({ authorization }: { authorization: string }) => ({ authorization });

function asLearner(what: 'calendar' | 'statement') {
  return ({ enrolmentId, authorization }: BenchLearner): LoadRequest => ({
    path: `/enrolments/${enrolmentId}/${what}`,
    headers: { authorization },
  });
}

/** The bare server gets the very answers as its documents: the same bytes go over the wire. */
async function besideBare({ url, bare }: Bench, what: string, requests: readonly LoadRequest[]): Promise<void> {
  const answers = await Promise.all(requests.map((request) => answerOf(url, request)));
  const documents = answers.map((answer) => ({ ...answer, _id: randomUUID() }));
  await bare.keep(documents);
  const bareRequests = documents.map(({ _id }) => ({ path: `/documents/${_id}`, headers: {} }));
  const sum = { ours: 0, bare: 0 };
  await load(bare.url, { seconds: WARM_UP_SECONDS, connections: CONNECTIONS }, inTurn(bareRequests));
  await load(url, { seconds: WARM_UP_SECONDS, connections: CONNECTIONS }, inTurn(requests));
  const bytes = JSON.stringify(documents[0]).length;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await load(bare.url, { seconds: SECONDS, connections: CONNECTIONS }, inTurn(bareRequests));
    const ours = await load(url, { seconds: SECONDS, connections: CONNECTIONS }, inTurn(requests));
    console.log(loadLine(`bare findOne of ${bytes} bytes`, found));
    console.log(loadLine(what, ours));
    sum.bare += found.perSecond;
    sum.ours += ours.perSecond;
  }
  console.log(`  ratio ${(sum.ours / sum.bare).toFixed(2)} (wanted: at least ${WANTED_RATIO.toFixed(2)})`);
}

async function besideSmall(
  url: string,
  what: string,
  { small, large }: Record<'small' | 'large', LoadRequest>,
): Promise<void> {
  const rate = (request: LoadRequest, seconds: number) =>
    load(url, { seconds, connections: CONNECTIONS }, () => request);
  const sum = { small: 0, large: 0 };
  // One after the other: what a slow one leaves under way in the database would slow the other down.
  await rate(small, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await rate(small, SECONDS);
    console.log(loadLine(`${what} of ${SMALL} members`, result));
    sum.small += result.perSecond;
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await rate(large, SECONDS);
    console.log(loadLine(`${what} of ${LARGE} members`, result));
    sum.large += result.perSecond;
  }
  console.log(
    `  with ${LARGE} members ${(sum.small / sum.large).toFixed(2)} times the cost of ${SMALL} (wanted: at most ${WANTED_GROWTH.toFixed(1)})`,
  );
}

async function answerOf(url: string, { path, headers }: LoadRequest): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}${path}`, { headers });
  if (answer.status !== 200) throw new Error(`GET ${path} was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

function inTurn(requests: readonly LoadRequest[]): () => LoadRequest {
  let sent = 0;
  return () => {
    const request = requests[sent % requests.length];
    if (!request) throw new Error('nothing to ask for');
    sent += 1;
    return request;
  };
}
