import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { membershipHttp } from '@daka/contracts';
import { startSystem, type System } from '@daka/local';
import { apply, createClient, type Applicant, openCohort, payAt, signUp, startOrganisation, type Account, type Client, type OpenCohort, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';

export const START = '2026-03-01T00:00:00Z';

/** 99 + 300 in CNY, ten days from 2 March, one rest day a week. */
export const policy: Policy = {
  currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000, startsOn: '2026-03-02', days: 10, timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort', dayEndsAt: '03:00', restDays: { weekdays: [7], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry', 'homework'], review: 'instructor', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 }, grace: { days: 0 }, removal: { misses: 3, per: 'cohort' },
  refund: { curve: 'rising', ratio: 3, cadence: 'daily' }, coolingOffDays: 7,
  forfeits: { finishersBps: 8_000, organiserBps: 1_000, charityBps: 1_000, sharedBy: 'completed', ifNoFinishers: 'return_pro_rata' },
};

/** A whole running system under a virtual clock, with the people of two organisations. */
export interface World {
  system: System;
  client: Client;
  setClock(instant: string): void;
  stop(): Promise<void>;
}

export async function startWorld({ serviceEnv = {} }: Pick<Parameters<typeof startSystem>[0], 'serviceEnv'> = {}): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-world-'));
  const run = randomUUID().slice(0, 8);
  const system = await startSystem({
    dir, mongoUrl: process.env.MONGO_URL, brokers: process.env.KAFKA_BROKERS,
    databasePrefix: `world_${run}`, topicPrefix: `world-${run}.`, virtualClock: true, serviceEnv,
  });
  system.setClock(START);
  const client = createClient({ origin: system.origin });
  return {
    system,
    client,
    setClock: (instant) => system.setClock(instant),
    async stop() {
      client.close();
      await system.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function account(name: string): Account {
  const id = randomUUID().slice(0, 8);
  return { email: `${name}-${id}@example.com`, password: `a long password of ${name}`, displayName: name, timeZone: 'Asia/Shanghai' };
}

export interface Course {
  owner: Session;
  organisationId: string;
  cohort: OpenCohort;
}

/** An organisation with one open cohort. */
export async function openCourse(client: Client, plan: { capacity?: number; policy?: Policy } = {}): Promise<Course> {
  const { owner, organisationId } = await startOrganisation(client, account('owner'), `Course ${randomUUID().slice(0, 8)}`);
  const cohort = await openCohort(owner, organisationId, {
    title: 'Ten days of writing',
    policy: plan.policy ?? policy,
    capacity: plan.capacity ?? 20,
    rules: [
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

/** A learner with a seat, at the point where only the payment is missing. */
export async function applicant(client: Client, cohort: OpenCohort, name = 'learner'): Promise<Applicant> {
  return apply(client, cohort, account(name));
}

/** A learner who has paid and whom every service knows as a member. */
export async function member(client: Client, cohort: OpenCohort, name = 'learner'): Promise<Learner> {
  const { session, enrolmentId, payUrl } = await applicant(client, cohort, name);
  if (payUrl) await payAt(payUrl);
  await untilStatus(session, enrolmentId, 'admitted');
  await eventually(async () => (await session.send({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` })).status === 200);
  await eventually(async () => (await session.send({ method: 'GET', path: `/api/homework/enrolments/${enrolmentId}/homework` })).status === 200);
  return { session, enrolmentId };
}

export async function untilStatus(session: Session, enrolmentId: string, status: string): Promise<void> {
  await eventually(
    async () => (await session.ask({ method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` }, membershipHttp.EnrolmentBody)).status === status,
    { timeoutMs: 30_000 },
  );
}

/** Somebody of the staff, once every service knows it. */
export async function staffMember(client: Client, { owner, cohort }: Course, role: 'class_head' | 'instructor' | 'committee'): Promise<Session> {
  const who = account(role);
  const session = await signUp(client, who);
  const added = await owner.send({ method: 'POST', path: `/api/membership/cohorts/${cohort.id}/staff`, body: { email: who.email, role } });
  if (added.status !== 201) throw new Error(`adding staff was answered ${added.status} ${added.code}`);
  for (const path of [`/api/homework/cohorts/${cohort.id}/assignments`, `/api/checkin/cohorts/${cohort.id}/progress`]) {
    await eventually(async () => (await session.send({ method: 'GET', path })).status === 200, { timeoutMs: 20_000 });
  }
  return session;
}
