import { joinStaff, openCohort, settleCohort, type Client, type OpenCohort, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { APPEAL_DAYS } from '../plan/policy';
import type { Schedule } from '../plan/schedule';
import type { Stage, Step } from '../plan/steps';
import type { Processor } from '../world/processor';
import type { DomainClock } from './domain-clock';
import { createClassroom, type Classroom } from './classroom';
import { createBank, type Bank } from './bank';
import { payByHand } from './pay-by-hand';
import { createLearner, type Learner } from './people';
import { createArbiter, type Arbiter } from './arbiter';
import { answer, cancel, decideLeave, reject } from './staff';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PASSPHRASE = 'plum blossom';

/** Who plays and where: one owner and accounts that every schedule uses again. */
export interface Cast {
  client: Client;
  owner: Session;
  /** Answers appeals, since nobody answers one against their own decision. */
  judge: Session;
  /** The platform's, who works for no cohort. */
  arbiter: Session;
  organisationId: string;
  accounts: readonly { email: string; password: string; displayName: string; timeZone: string }[];
}

export interface Play {
  cohort: OpenCohort;
  /** The schedule's, moved to its place in the run. */
  policy: Policy;
  learners: readonly Learner[];
  judge: Session;
  classroom: Classroom;
  arbiter: Arbiter;
  bank: Bank;
}

/** Opens the cohort of a schedule. */
export async function openPlay(
  { client, owner, judge, arbiter, organisationId, accounts }: Cast,
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
    // Who comes late comes on the second day.
    enrolUntil: new Date(Date.parse(policy.startsOn) + 2 * DAY_MS).toISOString(),
    rules: [{ title: 'Every day', text: `Write every day. The word to answer with is: ${PASSPHRASE}.` }],
  });
  // Before anybody pays: who comes later answers no appeal.
  await joinStaff(owner, judge, cohort.id, 'class_head');
  const learners = schedule.people.map((person, index) => {
    const account = accounts[index];
    if (!account) throw new RangeError(`there are ${accounts.length} accounts for ${schedule.people.length} people`);
    return createLearner({ client, processor, cohort, person, account });
  });
  return {
    cohort,
    policy,
    learners,
    judge,
    classroom: createClassroom({ owner, reviewer: judge, cohortId: cohort.id }),
    arbiter: createArbiter(arbiter, cohort.id),
    bank: createBank(processor),
  };
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

async function take(play: Play, owner: Session, step: Step): Promise<void> {
  const { cohort, policy, learners, judge, classroom, arbiter } = play;
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
    case 'rule':
      return arbiter.rule(step.decision);
    case 'set_homework':
      return classroom.set(step.day === null ? null : dayOf(policy, step.day), closeOf(policy, step.day));
    case 'hand_in':
      return handIn(play, step);
    case 'answer_homework':
      return classroom.answer(step.verdict);
    case 'dispute':
    case 'close_dispute':
    case 'bank_returns':
    case 'pay_by_hand':
    case 'answer_by_hand':
      return moveMoney(play, owner, step);
    case 'cancel':
      return cancel(owner, cohort.id);
    case 'settle':
      return void (await settleCohort(owner, cohort.id));
    default:
      return step satisfies never;
  }
}

type MoneyStep = Extract<Step, { do: 'dispute' | 'close_dispute' | 'bank_returns' | 'pay_by_hand' | 'answer_by_hand' }>;

/** What happens to money beside the payment and the refunds. */
async function moveMoney({ learners, bank }: Play, owner: Session, step: MoneyStep): Promise<void> {
  switch (step.do) {
    case 'dispute':
      return bank.dispute(learners[step.person]?.enrolmentId() ?? null);
    case 'close_dispute':
      return bank.closeDispute(learners[step.person]?.enrolmentId() ?? null, step.as);
    case 'bank_returns':
      return bank.giveBack(learners[step.person]?.enrolmentId() ?? null);
    case 'pay_by_hand':
      return payByHand(owner, bank, learners[step.person], step.inParts);
    case 'answer_by_hand':
      return learners[step.person]?.answerByHand(step.as);
    default:
      return step satisfies never;
  }
}

async function handIn({ policy, learners, classroom }: Play, step: Extract<Step, { do: 'hand_in' }>): Promise<void> {
  const day = step.day === null ? null : dayOf(policy, step.day);
  const assignmentId = classroom.assignmentFor(day);
  if (assignmentId === null) return;
  const { characters } = step;
  return learners[step.person]?.handIn({ assignmentId, day, on: dayOf(policy, step.on), characters });
}

/** By the cohort's clock; without a day, the last one's. */
function closeOf(policy: Policy, day: number | null): string {
  const next = dayOf(policy, (day ?? policy.days - 1) + 1);
  return new Date(Date.parse(`${next}T${policy.dayEndsAt}:00${policy.timeZone}`)).toISOString();
}

function dayOf({ startsOn }: Policy, day: number): string {
  return new Date(Date.parse(startsOn) + day * DAY_MS).toISOString().slice(0, 10);
}
