import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from '@daka/local';
import { createClient } from '@daka/replay';
import { member, openCourse, policy } from '../support/cohort-world';
import * as z from 'zod';
import { startBare } from './bare';
import { load, loadLine, type LoadRequest } from './load';
import { CHEAP_PASSWORDS } from './memberships';
import { loadOpenLoop } from './open-loop';
import { residentMb } from './resident';
import { openStreams, takeSeatsOnWeb, whenTold } from './streams';

const LEARNERS = 16;
const PER_SECOND = 100;
const SECONDS = 10;
const WANTED_P95_MS = 40;
const CONNECTIONS = 32;
const ROUNDS = 3;
const WARM_UP_SECONDS = 3;
/** Longer than web goes on asking the services after the last news of an enrolment. */
const QUIET_SECONDS = 10;
const ROUND_SECONDS = 3;
const WANTED_RATIO = 0.3;
const STREAMS = Number(process.env['BENCH_STREAMS'] ?? 2_000);
const WANTED_MB = 160;
const WANTED_TOLD_MS = 500;
/** On the third day of ten, in its middle. */
const NOW = '2026-03-04T04:00:00Z';
const WRITTEN = ['2026-03-02', '2026-03-03'];

/** The one public origin: the learner's first page beside a bare proxy, and what open pages cost. */
export async function benchWeb(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-web-'));
  try {
    const system = await startSystem({ dir, virtualClock: true, serviceEnv: { membership: CHEAP_PASSWORDS } });
    try {
      console.log(`\nWeb, load average ${loadavg()[0]?.toFixed(1)}`);
      await showToday(system);
      await tellNews(system);
    } finally {
      await system.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function showToday(system: System): Promise<void> {
  const accounts = await learnersOnTheirThirdDay(system);
  const requests = await Promise.all(accounts.map((account) => signedIn(system.origin, account)));
  const answer = await (await fetch(`${system.origin}/api/today`, { headers: requests[0]?.headers ?? {} })).json();
  const today = answer as { current: { outlook: { done: number } } | null };
  if (today.current?.outlook.done !== WRITTEN.length) throw new Error('the first page does not show what was written');
  const next = inTurn(requests);
  // So few at a time that nothing of it is left when the measuring begins, and until the news of the days before have been heard.
  await load(system.origin, { seconds: QUIET_SECONDS, connections: 2 }, next);
  const { p50Ms, p95Ms, failed } = await loadOpenLoop(system.origin, { perSecond: PER_SECOND, seconds: SECONDS }, next);
  console.log(
    `  GET /api/today at ${PER_SECOND}/s, whether answered or not: p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms (wanted: at most ${WANTED_P95_MS})${failed > 0 ? `  FAILED ${failed}` : ''}`,
  );
  // For who has a token of their own nothing is kept: all services are asked.
  const anew = inTurn(await Promise.all(accounts.map((account) => withToken(system.origin, account))));
  await besideBareProxy(system, { ...(answer as object), _id: 'today' }, { next, anew });
}

/** The very answer as a document, through a bare proxy. */
async function besideBareProxy(
  system: System,
  document: { _id: string } & Record<string, unknown>,
  { next, anew }: Record<'next' | 'anew', () => LoadRequest>,
): Promise<void> {
  const bare = await startBare(system.mongoUrl);
  try {
    await bare.keep([document]);
    const bareNext = (): LoadRequest => ({ path: `/documents/${document._id}`, headers: {} });
    await load(bare.proxyUrl, { seconds: WARM_UP_SECONDS, connections: CONNECTIONS }, bareNext);
    const sum = { ours: 0, anew: 0, bare: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = await load(bare.proxyUrl, { seconds: ROUND_SECONDS, connections: CONNECTIONS }, bareNext);
      const ours = await load(system.origin, { seconds: ROUND_SECONDS, connections: CONNECTIONS }, next);
      const asked = await load(system.origin, { seconds: ROUND_SECONDS, connections: CONNECTIONS }, anew);
      console.log(loadLine('bare proxy to one findOne', found));
      console.log(loadLine('GET /api/today', ours));
      console.log(loadLine('GET /api/today, nothing kept', asked));
      sum.bare += found.perSecond;
      sum.ours += ours.perSecond;
      sum.anew += asked.perSecond;
    }
    console.log(
      `  ratio ${(sum.ours / sum.bare).toFixed(2)} (wanted: at least ${WANTED_RATIO.toFixed(2)}); with nothing kept ${(sum.anew / sum.bare).toFixed(2)}`,
    );
  } finally {
    bare.stop();
  }
}

/** Accounts of members who wrote on every day but the one that runs. */
async function learnersOnTheirThirdDay(system: System): Promise<Account[]> {
  system.setClock('2026-03-01T04:00:00Z');
  const client = createClient({ origin: system.origin });
  try {
    const course = await openCourse(client, { policy: { ...policy, checkIn: { ...policy.checkIn, aheadDays: null } } });
    const members = [];
    for (let number = 0; number < LEARNERS; number += 1)
      members.push(await member(client, course.cohort, `reader${number}`));
    for (const day of WRITTEN) {
      system.setClock(`${day}T04:00:00Z`);
      for (const { session, enrolmentId } of members) {
        const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
        const answered = await session.send({
          method: 'POST',
          path,
          body: { day, text: '今天读了二十页书,写了一段笔记。' },
        });
        if (answered.status !== 201) throw new Error(`a check-in was answered ${answered.status} ${answered.code}`);
      }
    }
    system.setClock(NOW);
    return members.map(({ account }) => account);
  } finally {
    client.close();
  }
}

interface Account {
  email: string;
  password: string;
}

async function withToken(origin: string, { email, password }: Account): Promise<LoadRequest> {
  const answer = await fetch(`${origin}/api/membership/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 201) throw new Error(`signing in was answered ${answer.status}`);
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await answer.json());
  return { path: '/api/today', headers: { authorization: `Bearer ${accessToken}` } };
}

/** As a browser is. */
async function signedIn(origin: string, { email, password }: Account): Promise<LoadRequest> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 201) throw new Error(`signing in was answered ${answer.status}`);
  const cookie =
    answer.headers
      .getSetCookie()
      .find((line) => line.startsWith('daka='))
      ?.split(';')[0] ?? '';
  return { path: '/api/today', headers: { cookie } };
}

async function tellNews(system: System): Promise<void> {
  const readers = await takeSeatsOnWeb(system.origin, STREAMS);
  const before = residentMb(system, 'web');
  const streams = await openStreams(system.origin, readers);
  try {
    const open = residentMb(system, 'web');
    console.log(
      `  ${STREAMS} event streams: web ${open} MB resident, ${before} MB before (wanted: at most ${WANTED_MB})`,
    );
    const told = await whenTold(system.origin, readers, streams);
    const p95 = told[Math.ceil(told.length * 0.95) - 1] ?? Number.NaN;
    console.log(
      `  each told of its own seat after p50 ${told[told.length >> 1]?.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, at most ${told.at(-1)?.toFixed(0)} ms (wanted: at most ${WANTED_TOLD_MS}); web ${residentMb(system, 'web')} MB then`,
    );
  } finally {
    streams.close();
  }
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
