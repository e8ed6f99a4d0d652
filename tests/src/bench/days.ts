import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkinHttp } from '@daka/contracts';
import { startSystem, type System } from '@daka/local';
import { admitCohort, benchPolicy, planDays, startKeyServer, type BenchCohort, type KeyServer } from './learners';
import { quiet, statusOf, urlOf } from './quiet';

const FEW = 2_000;
const MANY = 20_000;
const DAYS = 3;
const STARTS_ON = '2026-03-02';
const BEFORE = '2026-03-01T12:00:00Z';
/** Past the end of the first day, of the last one, and of the days to appeal, in the learners' zone. */
const FIRST_DAY_OVER = '2026-03-02T16:00:01Z';
const ALL_DAYS_OVER = '2026-03-04T16:00:01Z';
const SETTLED_BY = '2026-03-20T00:00:00Z';
const CHECK_INS_AT_ONCE = 32;
/** Each look counts what is due, which costs something itself. */
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 10 * 60_000;
const WANTED_GROWTH = 11;
const WANTED_PER_SECOND = 2_000;

interface Seconds {
  enrolment: number;
  rollOver: number;
  settlement: number;
}

/** How the work of a whole cohort grows with its learners: their admissions, the roll-over of a day, the settlement. */
export async function benchDays(): Promise<void> {
  const keys = await startKeyServer();
  try {
    console.log(`\nDays of a cohort with ${FEW.toLocaleString('en')} and ${MANY.toLocaleString('en')} learners`);
    const few = await secondsOf(keys, FEW);
    const many = await secondsOf(keys, MANY);
    for (const what of ['enrolment', 'rollOver', 'settlement'] as const) {
      console.log(
        `  ${nameOf(what)}: ${few[what].toFixed(1)} s and ${many[what].toFixed(1)} s, ${(many[what] / few[what]).toFixed(1)} times as long (wanted: at most ${WANTED_GROWTH})`,
      );
    }
    console.log(
      `  roll-over of ${MANY.toLocaleString('en')}: ${Math.round(MANY / many.rollOver).toLocaleString('en')} calendars/s (wanted: at least ${WANTED_PER_SECOND.toLocaleString('en')})`,
    );
  } finally {
    await keys.stop();
  }
}

async function secondsOf(keys: KeyServer, count: number): Promise<Seconds> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-days-'));
  try {
    const serviceEnv = { checkin: { JWKS_URL: keys.jwksUrl } };
    const system = await startSystem({ dir, services: ['checkin'], virtualClock: true, serviceEnv });
    try {
      return await live(system, keys, count);
    } finally {
      await system.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function live(system: System, keys: KeyServer, count: number): Promise<Seconds> {
  system.setClock(BEFORE);
  const policy = benchPolicy({ startsOn: STARTS_ON, days: DAYS });
  const startedAtMs = performance.now();
  const cohort = await admitCohort({ system, keys, count, policy, atMs: Date.parse(BEFORE) });
  await until(system, async () => (await statusOf(system, 'checkin'))['consumerLag'] === 0);
  const enrolment = (performance.now() - startedAtMs) / 1_000;
  await quiet(system, ['checkin']);
  await checkInAll(urlOf(system, 'checkin'), cohort, planDays(policy)[0]);
  await quiet(system, ['checkin']);
  const rollOver = await secondsUntil(system, FIRST_DAY_OVER, () => hasNoWork(system));
  await quiet(system, ['checkin']);
  await secondsUntil(system, ALL_DAYS_OVER, () => hasNoWork(system));
  await quiet(system, ['checkin']);
  const settlement = await secondsUntil(system, SETTLED_BY, () => isSettled(system, cohort));
  return { enrolment, rollOver, settlement };
}

/** Everybody's first day is done, so that its end says something of each: what is due. */
async function checkInAll(url: string, { learners }: BenchCohort, day: string | undefined): Promise<void> {
  const waiting = [...learners];
  const checkIn = async () => {
    for (let learner = waiting.pop(); learner; learner = waiting.pop()) {
      const answer = await fetch(`${url}/enrolments/${learner.enrolmentId}/entries`, {
        method: 'POST',
        headers: { authorization: learner.authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ day, text: 'What I learned today, in a few words.' }),
      });
      if (answer.status !== 201) throw new Error(`a check-in was answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CHECK_INS_AT_ONCE }, checkIn));
}

async function secondsUntil(system: System, clock: string, isDone: () => Promise<boolean>): Promise<number> {
  const startedAtMs = performance.now();
  system.setClock(clock);
  await until(system, isDone);
  return (performance.now() - startedAtMs) / 1_000;
}

async function until(system: System, isDone: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  // The service reads its clock, and its own lag, a moment after they changed.
  await sleep(LOOK_EVERY_MS);
  while (!(await isDone())) {
    if (performance.now() > giveUpAtMs)
      throw new Error(`not done within ${PATIENCE_MS / 60_000} minutes: ${system.dir}`);
    await sleep(LOOK_EVERY_MS);
  }
}

const hasNoWork = async (system: System) => (await statusOf(system, 'checkin'))['workPending'] === 0;

async function isSettled(system: System, { cohortId, authorization }: BenchCohort): Promise<boolean> {
  const answer = await fetch(`${urlOf(system, 'checkin')}/cohorts/${cohortId}/settlement`, {
    headers: { authorization },
  });
  return checkinHttp.SettlementView.parse(await answer.json()).status === 'settled';
}

function nameOf(what: keyof Seconds): string {
  return { enrolment: 'admission of all', rollOver: "a day's roll-over", settlement: 'settlement' }[what];
}
