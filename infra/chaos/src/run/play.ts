import { setTimeout as sleep } from 'node:timers/promises';
import {
  joinStaff,
  openCohort,
  settleCohort,
  UnexpectedAnswer,
  type Client,
  type OpenCohort,
  type Session,
} from '@daka/replay';
import type { Policy } from '@daka/rules';
import { APPEAL_DAYS } from '../plan/policy';
import type { LeaveFacts } from '../check/facts';
import type { Schedule } from '../plan/schedule';
import type { Stage, Step } from '../plan/stages';
import type { Processor } from '../world/processor';
import type { DomainClock } from './domain-clock';
import { createLearner, type Learner } from './people';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PASSPHRASE = 'plum blossom';
const KNOWN_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** Who plays and where: one owner and accounts that every schedule uses again. */
export interface Cast {
  client: Client;
  owner: Session;
  /** Answers appeals, since nobody answers one against their own decision. */
  judge: Session;
  organisationId: string;
  accounts: readonly { email: string; password: string; displayName: string; timeZone: string }[];
}

export interface Play {
  cohort: OpenCohort;
  /** The schedule's, moved to its place in the run. */
  policy: Policy;
  learners: readonly Learner[];
  judge: Session;
}

/** Opens the cohort of a schedule. */
export async function openPlay(
  { client, owner, judge, organisationId, accounts }: Cast,
  processor: Processor,
  schedule: Schedule,
  policy: Policy,
): Promise<Play> {
  const cohort = await openCohort(owner, organisationId, {
    title: `Schedule ${schedule.seed}`,
    policy,
    capacity: schedule.capacity,
    passphrase: PASSPHRASE,
    appealDays: APPEAL_DAYS,
    rules: [{ title: 'Every day', text: `Write every day. The word to answer with is: ${PASSPHRASE}.` }],
  });
  // Before anybody pays: who comes later answers no appeal.
  await joinStaff(owner, judge, cohort.id, 'class_head');
  const learners = schedule.people.map((person, index) => {
    const account = accounts[index];
    if (!account) throw new RangeError(`there are ${accounts.length} accounts for ${schedule.people.length} people`);
    return createLearner({ client, processor, cohort, person, account });
  });
  return { cohort, policy, learners, judge };
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
export async function playStages(
  play: Play,
  { owner, stages, clock, zeroMs, onStep, signal }: PlayOptions,
): Promise<void> {
  for (const { atHours, steps } of stages) {
    signal?.throwIfAborted();
    clock.set(zeroMs + atHours * HOUR_MS);
    const queues = new Map<number, Step[]>();
    for (const step of steps) {
      const person = 'person' in step ? step.person : -1;
      queues.set(person, [...(queues.get(person) ?? []), step]);
    }
    await Promise.all(
      [...queues.values()].map(async (queue) => {
        for (const step of queue) {
          onStep();
          await take(play, owner, step);
        }
      }),
    );
  }
}

async function take({ cohort, policy, learners, judge }: Play, owner: Session, step: Step): Promise<void> {
  switch (step.do) {
    case 'apply':
      return learners[step.person]?.apply();
    case 'pay':
      return learners[step.person]?.pay();
    case 'pay_again':
      return learners[step.person]?.payAgain({
        currency: policy.currency,
        amountMinor: policy.entryFeeMinor + policy.depositMinor,
      });
    case 'let_expire':
      return learners[step.person]?.letExpire();
    case 'leave':
      return learners[step.person]?.leave();
    case 'check_in':
      return learners[step.person]?.checkIn(dayOf(policy, step.day), step.characters);
    case 'reject':
      return reject(owner, learners[step.person]?.enrolmentId() ?? null, dayOf(policy, step.day));
    case 'appeal':
      return learners[step.person]?.appeal(
        step.of === 'removal' ? { kind: 'removal' } : { kind: 'rejected_entry', day: dayOf(policy, step.day) },
      );
    case 'answer':
      return answer(judge, learners[step.person], step.decision);
    case 'ask_leave':
      return learners[step.person]?.askLeave(dayOf(policy, step.day));
    case 'decide_leave':
      return learners[step.person]?.record.leave
        .filter(({ approved }) => approved === null)
        .reduce(async (before, leave) => {
          await before;
          await decideLeave(judge, leave, step.isApproved);
        }, Promise.resolve());
    case 'escalate':
      return learners[step.person]?.escalate();
    case 'cancel':
      return cancel(owner, cohort.id);
    case 'settle':
      return void (await settleCohort(owner, cohort.id));
    default:
      return step satisfies never;
  }
}

/** Where there is nothing (any more) to reject, the answer says so. */
async function reject(owner: Session, enrolmentId: string | null, day: string): Promise<void> {
  if (enrolmentId === null) return;
  const answer = await owner.send({
    method: 'POST',
    path: `/api/checkin/enrolments/${enrolmentId}/entries/${day}/rejection`,
    body: { reason: 'not about the task' },
  });
  if (answer.status >= 500) throw new UnexpectedAnswer('a rejection', answer);
}

/** The appointment may still be on its way to check-in, and an enrolment that was cancelled meanwhile needs no answer. */
async function answer(judge: Session, learner: Learner | undefined, decision: 'upheld' | 'dismissed'): Promise<void> {
  const enrolmentId = learner?.enrolmentId();
  for (const appealId of (await learner?.openAppeals()) ?? []) {
    const untilMs = performance.now() + KNOWN_WITHIN_MS;
    for (;;) {
      const said = await judge.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${enrolmentId}/appeals/${appealId}/answer`,
        body: { decision, reason: 'looked again' },
      });
      // What they dismissed and the learner took further is the arbiter's, or time's.
      if (said.status === 200 || said.status === 409 || said.code === 'own_decision') break;
      if (said.status !== 404 || performance.now() > untilMs)
        throw new UnexpectedAnswer('the answer to an appeal', said);
      await sleep(LOOK_EVERY_MS);
    }
  }
}

/** What time or a cancellation was quicker with needs no decision; nor does leave that is no longer there to give. */
async function decideLeave(judge: Session, leave: LeaveFacts, isApproved: boolean): Promise<void> {
  const untilMs = performance.now() + KNOWN_WITHIN_MS;
  for (;;) {
    const said = await judge.send({
      method: 'POST',
      path: `/api/checkin/enrolments/${leave.enrolmentId}/leave/${leave.leaveId}/decision`,
      body: { approve: isApproved, reason: 'as the rules say' },
    });
    if (said.status === 200) leave.approved = isApproved;
    if (said.status === 200 || said.status === 409) return;
    if (said.status !== 404 || performance.now() > untilMs) throw new UnexpectedAnswer('a decision about leave', said);
    await sleep(LOOK_EVERY_MS);
  }
}

async function cancel(owner: Session, cohortId: string): Promise<void> {
  const answer = await owner.send({
    method: 'POST',
    path: `/api/membership/cohorts/${cohortId}/cancel`,
    body: { reason: 'no teacher' },
    key: `cancel-${cohortId}`,
  });
  if (answer.status !== 200) throw new UnexpectedAnswer('the cancellation', answer);
}

function dayOf({ startsOn }: Policy, day: number): string {
  return new Date(Date.parse(startsOn) + day * DAY_MS).toISOString().slice(0, 10);
}
