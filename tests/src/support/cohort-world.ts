import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeworkHttp, membershipHttp } from '@daka/contracts';
import { freePort, startSystem, testAccess, type System } from '@daka/local';
import {
  apply,
  createClient,
  joinStaff,
  type Applicant,
  openCohort,
  payAt,
  signUp,
  startOrganisation,
  type Account,
  type Client,
  type OpenCohort,
  type Session,
} from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';

type SystemOptions = Parameters<typeof startSystem>[0];

const START = '2026-03-01T00:00:00Z';

/** 99 + 300 in CNY, ten days from 2 March, one rest day a week. */
export const policy: Policy = {
  currency: 'CNY',
  entryFeeMinor: 9_900,
  depositMinor: 30_000,
  startsOn: '2026-03-02',
  days: 10,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '03:00',
  restDays: { weekdays: [7], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry', 'homework'], review: 'instructor', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 },
  grace: { days: 0 },
  removal: { misses: 3, per: 'cohort' },
  refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
  coolingOffDays: 3,
  charity: { name: 'Harbour Library', address: '1 Harbour Road' },
  forfeits: {
    finishersBps: 8_000,
    organiserBps: 1_000,
    charityBps: 1_000,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};

/** A whole running system under a virtual clock, with the people of two organisations. */
export interface World {
  system: System;
  client: Client;
  /** What the databases of its services begin with. */
  databasePrefix: string;
  setClock(instant: string): void;
  stop(): Promise<void>;
}

export async function startWorld({
  serviceEnv = {},
  mail = 'none',
  arbiter,
  isNamed = false,
}: Pick<SystemOptions, 'serviceEnv' | 'mail'> & {
  arbiter?: Account;
  /** Whether its address is a name, as browsers want it for passkeys. */
  isNamed?: boolean;
} = {}): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-world-'));
  const run = randomUUID().slice(0, 8);
  const databasePrefix = `world_${run}`;
  const options: SystemOptions = {
    dir,
    mongoUrl: process.env.MONGO_URL,
    brokers: process.env.KAFKA_BROKERS,
    access: testAccess(),
    databasePrefix,
    topicPrefix: `world-${run}.`,
    virtualClock: true,
    mail,
    serviceEnv,
    ...(isNamed && (await atLocalhost())),
  };
  const named = arbiter === undefined ? serviceEnv : await nameArbiter(options, arbiter);
  const system = await startSystem({ ...options, serviceEnv: named });
  system.setClock(START);
  const client = createClient({ origin: system.origin, mailboxUrl: system.urls.mailbox });
  return {
    system,
    client,
    databasePrefix,
    setClock: (instant) => system.setClock(instant),
    async stop() {
      client.close();
      await system.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function atLocalhost(): Promise<Pick<SystemOptions, 'ports' | 'publicOrigin'>> {
  const web = await freePort();
  return { ports: { web }, publicOrigin: `http://localhost:${web}` };
}

/** As the platform does it: somebody signs up, and the services that ask are started again with the id of the account. */
async function nameArbiter(options: SystemOptions, arbiter: Account): Promise<SystemOptions['serviceEnv']> {
  const system = await startSystem({ ...options, mail: 'none', services: ['membership'] });
  system.setClock(START);
  const post = (path: string, body: object) =>
    fetch(`${system.urls['membership']}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('/accounts', arbiter);
  const { email, password } = arbiter;
  const { id } = membershipHttp.SignedInBody.parse(await (await post('/sessions', { email, password })).json()).account;
  await system.stop();
  const { membership, checkin, payment, ...others } = options.serviceEnv ?? {};
  const arbiters = { ARBITERS: id };
  return {
    ...others,
    membership: { ...membership, ...arbiters },
    checkin: { ...checkin, ...arbiters },
    payment: { ...payment, ...arbiters },
  };
}

export function account(name: string, timeZone = 'Asia/Shanghai'): Account {
  const id = randomUUID().slice(0, 8);
  return { email: `${name}-${id}@example.com`, password: `a long password of ${name}`, displayName: name, timeZone };
}

export interface Course {
  owner: Session;
  organisationId: string;
  cohort: OpenCohort;
}

export interface CoursePlan {
  /** Whose it is; default somebody new. */
  owner?: Account;
  capacity?: number;
  policy?: Policy;
  title?: string;
  organisation?: string;
  /** ISO instant; otherwise enrolment ends with the first day. */
  enrolUntil?: string;
  /** One of them names the passphrase, plum blossom. */
  rules?: { title: string; text: string }[];
}

/** An organisation with one open cohort. */
export async function openCourse(client: Client, plan: CoursePlan = {}): Promise<Course> {
  const { owner, organisationId } = await startOrganisation(
    client,
    plan.owner ?? account('owner'),
    plan.organisation ?? `Course ${randomUUID().slice(0, 8)}`,
  );
  const cohort = await openCohort(owner, organisationId, {
    title: plan.title ?? 'Ten days of writing',
    policy: plan.policy ?? policy,
    capacity: plan.capacity ?? 20,
    ...(plan.enrolUntil !== undefined && { enrolUntil: plan.enrolUntil }),
    rules: plan.rules ?? [
      { title: 'Write every day', text: 'Five characters are enough. The word to answer with is: plum blossom.' },
      { title: 'Be kind', text: 'Comment as you would like to be commented.' },
    ],
    passphrase: 'plum blossom',
  });
  return { owner, organisationId, cohort };
}

export interface Learner {
  session: Session;
  enrolmentId: string;
}

export interface Member extends Learner {
  account: Account;
}

/** A learner with a seat, at the point where only the payment is missing. */
export async function applicant(client: Client, cohort: OpenCohort, name = 'learner'): Promise<Applicant> {
  return apply(client, cohort, account(name));
}

/** A learner who has paid and whom every service knows as a member. */
export async function member(client: Client, cohort: OpenCohort, name = 'learner', timeZone?: string): Promise<Member> {
  const who = account(name, timeZone);
  const { session, enrolmentId, payUrl } = await apply(client, cohort, who);
  if (payUrl) await payAt(payUrl);
  await untilStatus(session, enrolmentId, 'admitted');
  await eventually(
    async () =>
      (await session.send({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` })).status === 200,
  );
  await eventually(
    async () =>
      (await session.send({ method: 'GET', path: `/api/homework/enrolments/${enrolmentId}/homework` })).status === 200,
  );
  return { account: who, session, enrolmentId };
}

export async function untilStatus(session: Session, enrolmentId: string, status: string): Promise<void> {
  await eventually(
    async () =>
      (
        await session.ask(
          { method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` },
          membershipHttp.EnrolmentBody,
        )
      ).status === status,
    { timeoutMs: 30_000 },
  );
}

/** What is written about it, by whom. */
export const HOMEWORK = {
  title: '第一篇短文',
  instructions: '写一件你改变了看法的小事,三百字以内。',
  handedIn: '我一直以为早起是意志力的事。',
  comment: '让读者自己看到你怎么想通的。',
};

/** What waits for somebody to answer it. */
export const WAITING_HOMEWORK = {
  title: '第二篇短文',
  instructions: '写一个你常去的地方。',
  handedIn: '巷口的早点铺，四点就亮灯。',
};

/** Another assignment that this learner has handed in and nobody has answered; answers the id of what waits. */
export async function leaveHomeworkWaiting({ owner, cohort }: Course, learner: Learner): Promise<string> {
  const { title, instructions, handedIn } = WAITING_HOMEWORK;
  const { id } = await owner.ask(
    {
      method: 'POST',
      path: `/api/homework/cohorts/${cohort.id}/assignments`,
      body: { title, instructions, dueAt: '2026-03-10T14:00:00Z' },
    },
    homeworkHttp.Assignment,
  );
  const path = `/api/homework/assignments/${id}/submissions`;
  const body = { enrolmentId: learner.enrolmentId, markdown: handedIn };
  return (await learner.session.ask({ method: 'POST', path, body }, homeworkHttp.Submission)).id;
}

/** An assignment that this learner has handed in and an instructor has answered, and that is due on 9 March; answers its id. */
export async function giveHomework(world: World, course: Course, learner: Learner): Promise<string> {
  const instructor = await staffMember(world.client, course, 'instructor');
  const { id } = await instructor.ask(
    {
      method: 'POST',
      path: `/api/homework/cohorts/${course.cohort.id}/assignments`,
      body: { title: HOMEWORK.title, instructions: HOMEWORK.instructions, dueAt: '2026-03-09T14:00:00Z' },
    },
    homeworkHttp.Assignment,
  );
  const path = `/api/homework/assignments/${id}/submissions`;
  const { id: submissionId } = await learner.session.ask(
    { method: 'POST', path, body: { enrolmentId: learner.enrolmentId, markdown: HOMEWORK.handedIn } },
    homeworkHttp.Submission,
  );
  const answered = await instructor.send({
    method: 'POST',
    path: `/api/homework/submissions/${submissionId}/feedback`,
    body: { version: 1, verdict: 'changes_requested', comment: HOMEWORK.comment, scorePercent: 80 },
  });
  if (answered.status !== 201) throw new Error(`feedback was answered ${answered.status} ${answered.code}`);
  return id;
}

/** Somebody of the staff, once every service knows it. */
export async function staffMember(
  client: Client,
  { owner, cohort }: Course,
  role: 'class_head' | 'instructor' | 'committee',
  who = account(role),
): Promise<Session> {
  const session = await signUp(client, who);
  await joinStaff(owner, session, cohort.id, role);
  for (const path of [`/api/homework/cohorts/${cohort.id}/assignments`, `/api/checkin/cohorts/${cohort.id}/progress`]) {
    await eventually(async () => (await session.send({ method: 'GET', path })).status === 200, { timeoutMs: 20_000 });
  }
  return session;
}
