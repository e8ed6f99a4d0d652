import { openCohort, settleCohort, UnexpectedAnswer, type Client, type OpenCohort, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import type { Schedule } from '../plan/schedule';
import type { Stage, Step } from '../plan/stages';
import type { Processor } from '../world/processor';
import type { DomainClock } from './domain-clock';
import { createLearner, type Learner } from './people';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PASSPHRASE = 'plum blossom';

/** Who plays and where: one owner and accounts that every schedule uses again. */
export interface Cast {
  client: Client;
  owner: Session;
  organisationId: string;
  accounts: readonly { email: string; password: string; displayName: string; timeZone: string }[];
}

export interface Play {
  cohort: OpenCohort;
  /** The schedule's, moved to its place in the run. */
  policy: Policy;
  learners: readonly Learner[];
}

/** Opens the cohort of a schedule. */
export async function openPlay({ client, owner, organisationId, accounts }: Cast, processor: Processor, schedule: Schedule, policy: Policy): Promise<Play> {
  const cohort = await openCohort(owner, organisationId, {
    title: `Schedule ${schedule.seed}`, policy, capacity: schedule.capacity, passphrase: PASSPHRASE, appealDays: 0,
    rules: [{ title: 'Every day', text: `Write every day. The word to answer with is: ${PASSPHRASE}.` }],
  });
  const learners = schedule.people.map((person, index) => {
    const account = accounts[index];
    if (!account) throw new RangeError(`there are ${accounts.length} accounts for ${schedule.people.length} people`);
    return createLearner({ client, processor, cohort, person, account });
  });
  return { cohort, policy, learners };
}

export interface PlayOptions {
  owner: Session;
  stages: readonly Stage[];
  clock: DomainClock;
  /** The instant from which stages count their hours. */
  zeroMs: number;
  /** A step begins. */
  onStep(): void;
  signal?: AbortSignal;
}

/** Plays stage by stage: at one instant people act side by side, each step after step. */
export async function playStages(play: Play, { owner, stages, clock, zeroMs, onStep, signal }: PlayOptions): Promise<void> {
  for (const { atHours, steps } of stages) {
    signal?.throwIfAborted();
    clock.set(zeroMs + atHours * HOUR_MS);
    const queues = new Map<number, Step[]>();
    for (const step of steps) {
      const person = 'person' in step ? step.person : -1;
      queues.set(person, [...(queues.get(person) ?? []), step]);
    }
    await Promise.all([...queues.values()].map(async (queue) => {
      for (const step of queue) {
        onStep();
        await take(play, owner, step);
      }
    }));
  }
}

async function take({ cohort, policy, learners }: Play, owner: Session, step: Step): Promise<void> {
  switch (step.do) {
    case 'apply': return learners[step.person]?.apply();
    case 'pay': return learners[step.person]?.pay();
    case 'pay_again': return learners[step.person]?.payAgain({ currency: policy.currency, amountMinor: policy.entryFeeMinor + policy.depositMinor });
    case 'let_expire': return learners[step.person]?.letExpire();
    case 'leave': return learners[step.person]?.leave();
    case 'check_in': return learners[step.person]?.checkIn(dayOf(policy, step.day), step.characters);
    case 'reject': return reject(owner, learners[step.person]?.enrolmentId() ?? null, dayOf(policy, step.day));
    case 'cancel': return cancel(owner, cohort.id);
    case 'settle': return void (await settleCohort(owner, cohort.id));
    default: return step satisfies never;
  }
}

/** Where there is nothing (any more) to reject, the answer says so. */
async function reject(owner: Session, enrolmentId: string | null, day: string): Promise<void> {
  if (enrolmentId === null) return;
  const answer = await owner.send({ method: 'POST', path: `/api/checkin/enrolments/${enrolmentId}/entries/${day}/rejection`, body: { reason: 'not about the task' } });
  if (answer.status >= 500) throw new UnexpectedAnswer('a rejection', answer);
}

async function cancel(owner: Session, cohortId: string): Promise<void> {
  const answer = await owner.send({ method: 'POST', path: `/api/membership/cohorts/${cohortId}/cancel`, body: { reason: 'no teacher' }, key: `cancel-${cohortId}` });
  if (answer.status !== 200) throw new UnexpectedAnswer('the cancellation', answer);
}

function dayOf({ startsOn }: Policy, day: number): string {
  return new Date(Date.parse(startsOn) + day * DAY_MS).toISOString().slice(0, 10);
}
