import { setTimeout as sleep } from 'node:timers/promises';
import { untilQuiet, type Client } from '@daka/replay';
import type { FinalFacts, Violation } from '../check/facts';
import { brokenInTheEnd } from '../check/in-the-end';
import { startStorm, type Storm } from '../faults/storm';
import { COHORT_ZONE, FIRST_DAY } from '../plan/policy';
import type { Schedule } from '../plan/schedule';
import type { World } from '../world/start';
import { lifeOf, type Life } from './life';
import { createDomainClock } from './domain-clock';
import { openPlay, playStages, type Cast, type Play } from './play';
import { readMoment, startWatch } from './watch';

/** Whole weeks, and longer than any schedule lasts. */
const SLOT_DAYS = 28;
const DAY_MS = 86_400_000;
/** What is found by looking again and again (a lost notice) comes in its own time. */
const SETTLES_WITHIN_MS = 40_000;
const LOOK_EVERY_MS = 400;

export interface Outcome {
  seed: number;
  cohortId: string;
  violations: Violation[];
  /** All that was looked at in the end; only where something is broken. */
  facts?: FinalFacts;
  /** What the storm had to disturb. */
  life: Life;
  /** Looks at everything in the middle of the storm. */
  looks: number;
  acts: Storm['log'];
  steps: number;
  seconds: number;
}

export interface Quarters {
  world: World;
  cast: Cast;
  /** The services' own addresses, past the proxies. */
  direct: { services: ReadonlyMap<string, Client>; sandbox: Client };
  signal?: AbortSignal;
}

/** One cohort's life in the storm, then the calm, then the check. Slots of one run follow each other on the domain clock. */
export async function runSchedule(quarters: Quarters, schedule: Schedule, slot: number): Promise<Outcome> {
  const { world, cast, signal } = quarters;
  const startedMs = performance.now();
  const startsOn = new Date(Date.parse(FIRST_DAY) + slot * SLOT_DAYS * DAY_MS).toISOString().slice(0, 10);
  const zeroMs = Date.parse(`${startsOn}T00:00:00${COHORT_ZONE}`);
  const clock = createDomainClock((iso) => world.system.setClock(iso));
  clock.set(zeroMs - 2 * DAY_MS);
  const play = await openPlay(cast, world.processor, schedule, { ...schedule.policy, startsOn });

  const place = { id: play.cohort.id, capacity: schedule.capacity };
  const watch = startWatch(world, place);
  const storm = startStorm(world, schedule.acts, { clock, heardBefore: world.listener.heard() });
  let seen: Awaited<ReturnType<typeof watch.stop>> = { looks: 0, violations: [] };
  try {
    await playStages(play, { owner: cast.owner, stages: schedule.stages, clock, zeroMs, onStep: storm.step, signal });
  } catch (error) {
    throw Object.assign(error as Error, { acts: storm.log });
  } finally {
    // In any case: the next schedule begins in calm weather.
    await storm.end();
    seen = await watch.stop();
  }
  const { left, life, facts } = await untilSound(quarters, schedule, play);
  const violations = [...seen.violations, ...left];
  return {
    seed: schedule.seed,
    cohortId: place.id,
    violations,
    ...(violations.length > 0 ? { facts } : {}),
    life,
    looks: seen.looks,
    acts: storm.log,
    steps: storm.steps(),
    seconds: Math.round((performance.now() - startedMs) / 100) / 10,
  };
}

/** Waits until all is quiet and every promise is kept; what is still broken then is broken for good. */
async function untilSound(
  { world, direct, signal }: Quarters,
  schedule: Schedule,
  play: Play,
): Promise<{ left: Violation[]; life: Life; facts: FinalFacts }> {
  await world.processor.tellAgain(play.learners.flatMap(({ record }) => record.extraPages));
  const untilMs = performance.now() + SETTLES_WITHIN_MS;
  for (;;) {
    await untilQuiet({ ...direct, signal });
    const facts = await look(world, schedule, play);
    const left = brokenInTheEnd(facts);
    if (left.length === 0 || performance.now() > untilMs)
      return { left, facts, life: lifeOf(facts, play.classroom.answered()) };
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function look(
  world: World,
  { capacity, stages }: Schedule,
  { cohort, policy, learners, arbiter }: Play,
): Promise<FinalFacts> {
  const moment = await readMoment(world, { id: cohort.id, capacity });
  return {
    ...moment,
    policy,
    cohortId: cohort.id,
    isCancelled: stages.some(({ steps }) => steps.some((step) => step.do === 'cancel')),
    leave: learners.flatMap(({ record }) => record.leave),
    handedIn: learners.flatMap(({ record }) => record.handedIn),
    toldByHand: learners.flatMap(({ record }) => record.toldByHand),
    rulings: arbiter.rulings,
    acknowledged: learners.flatMap(({ record }) => record.acknowledged),
    asked: learners.flatMap(({ record }) => record.asked),
  };
}
