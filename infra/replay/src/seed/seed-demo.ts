import { setTimeout as sleep } from 'node:timers/promises';
import { checkinHttp, membershipHttp } from '@daka/contracts';
import { createClient, type Client } from '../http/client';
import { signUp, type Session } from '../http/session';
import { enrolAll, type Member } from '../run/enrol';
import { joinStaff } from '../run/join-staff';
import { openCohort, startOrganisation } from '../run/organise';
import {
  comingCohort,
  dateOf,
  dayNumberAt,
  daysOfEarlier,
  earlierCohort,
  earlierIsSettledBy,
  firstDayOfRunning,
  instantOn,
  isRestDay,
  runningCohort,
} from './demo-cohort';
import { checkInActs, earlierCheckInActs } from './demo-days';
import { homeworkActs } from './demo-homework';
import { demoClassHead, demoInstructor, demoLearners, demoOwner, earlierLearners } from './demo-people';
import { playTimeline, type Act } from './timeline';

const SETTLED_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 100;

export interface SeedOptions {
  /** The public origin of an empty system under a virtual clock that pays in the sandbox. */
  origin: string;
  /** Where letters come to, if addresses are to be proven. */
  mailboxUrl?: string | undefined;
  setClock(value: string): void;
  log(line: string): void;
  /** Real time; the cohort is in mid-run then. */
  nowMs?: number;
}

export interface Demo {
  signIns: { role: string; email: string; password: string; what: string }[];
  cohorts: { id: string; title: string; passphrase: string }[];
}

/** Makes a demo business: a cohort that is over, one in mid-run with learners of all habits, and one that can be joined. Leaves the virtual clock at `nowMs`. */
export async function seedDemo({ origin, mailboxUrl, setClock, log, nowMs = Date.now() }: SeedOptions): Promise<Demo> {
  const client = createClient({ origin, mailboxUrl });
  try {
    const today = dayNumberAt(nowMs);
    const clockAt = (atMs: number) => setClock(new Date(atMs).toISOString());
    clockAt(instantOn(daysOfEarlier(today).first - 2, 12, 0));
    const { owner, organisationId } = await startOrganisation(client, demoOwner, '晨写学社');
    await playEarlierCohort({ client, owner, organisationId, today, setClock });
    log(`"${earlierCohort(today).title}" is over and settled`);

    clockAt(instantOn(firstDayOfRunning(today) - 2, 12, 0));
    const running = await openCohort(owner, organisationId, runningCohort(today));
    const [instructor] = await Promise.all([
      appoint(client, owner, running.id, 'instructor'),
      appoint(client, owner, running.id, 'class_head'),
    ]);
    const members = await enrolAll({
      client,
      cohort: running,
      accounts: demoLearners.map(({ account }) => account),
      concurrency: 4,
      onMember: () => undefined,
    });
    log(`${members.length} learners paid and were admitted`);

    await playTimeline(
      [
        ...checkInActs(members, today),
        ...homeworkActs(running.id, instructor, members, today),
        ...exceptions(members, instructor, today),
      ],
      nowMs,
      setClock,
    );
    clockAt(nowMs);

    const coming = await openCohort(owner, organisationId, comingCohort(today));
    log(`"${comingCohort(today).title}" can be joined; its passphrase stands in the second rule: ${coming.passphrase}`);
    return {
      signIns: signIns(),
      cohorts: [running, coming].map(({ id, passphrase }, index) => ({
        id,
        passphrase,
        title: (index === 0 ? runningCohort : comingCohort)(today).title,
      })),
    };
  } finally {
    client.close();
  }
}

interface Stage {
  client: Client;
  owner: Session;
  organisationId: string;
  today: number;
  setClock(value: string): void;
}

/** From the first payment to the settlement, which begins by itself. */
async function playEarlierCohort({ client, owner, organisationId, today, setClock }: Stage): Promise<void> {
  const cohort = await openCohort(owner, organisationId, earlierCohort(today));
  const members = await enrolAll({
    client,
    cohort,
    accounts: earlierLearners.map(({ account }) => account),
    concurrency: 4,
    onMember: () => undefined,
  });
  const settledBy = earlierIsSettledBy(today);
  await playTimeline(earlierCheckInActs(members, today), settledBy, setClock);
  setClock(new Date(settledBy).toISOString());
  await untilSettled(owner, cohort.id);
}

async function untilSettled(owner: Session, cohortId: string): Promise<void> {
  const untilMs = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const order = { method: 'GET', path: `/api/membership/cohorts/${cohortId}` } as const;
    const { status } = await owner.ask(order, membershipHttp.CohortBody);
    if (status === 'settled') return;
    if (performance.now() > untilMs) throw new Error(`the earlier cohort of the demo is ${status}, and not settled`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function appoint(
  client: Client,
  owner: Session,
  cohortId: string,
  role: 'instructor' | 'class_head',
): Promise<Session> {
  const session = await signUp(client, role === 'instructor' ? demoInstructor : demoClassHead);
  await joinStaff(owner, session, cohortId, role);
  return session;
}

/** One day is rejected with a reason, and somebody asks for leave. */
function exceptions(members: readonly Member[], instructor: Session, today: number): Act[] {
  const [asking, rejected] = [members[9], members[10]];
  if (!asking || !rejected) throw new RangeError('the demo has twelve learners');
  const start = firstDayOfRunning(today);
  const rejectedDay = isRestDay(start + 5) ? start + 6 : start + 5;
  const leaveDay = isRestDay(today + 2) ? today + 3 : today + 2;
  return [
    {
      atMs: instantOn(rejectedDay, 12, 0),
      run: async () =>
        void (await instructor.askUntilThere(
          {
            method: 'POST',
            path: `/api/checkin/enrolments/${rejected.enrolmentId}/entries/${dateOf(rejectedDay)}/rejection`,
            body: { reason: '与昨天的笔记相同,请写新的内容。' },
          },
          checkinHttp.Rejection,
        )),
    },
    {
      atMs: instantOn(today, 3, 0),
      run: async () =>
        void (await asking.session.askUntilThere(
          {
            method: 'POST',
            path: `/api/checkin/enrolments/${asking.enrolmentId}/leave`,
            body: { days: [dateOf(leaveDay)], reason: '外出面试一天。' },
          },
          checkinHttp.Leave,
        )),
    },
  ];
}

function signIns(): Demo['signIns'] {
  const show = (role: string, { email, password }: { email: string; password: string }, what: string) => ({
    role,
    email,
    password,
    what,
  });
  return [
    show('owner', demoOwner, 'runs the business'),
    show('class head', demoClassHead, 'looks after the cohort'),
    show('instructor', demoInstructor, 'has homework waiting'),
    ...demoLearners.map(({ account, what }) => show('learner', account, what)),
  ];
}
