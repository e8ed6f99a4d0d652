import { randomUUID } from 'node:crypto';
import type { Received } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import type { StatusReport } from '@daka/service-kit';
import { type TestEnvironment, eventually, testEnvironment, WITHOUT_BUCKET } from '@daka/service-kit/testing';
import { startCheckin } from '../app';
import { POLICY } from './calendar';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}
export interface Member {
  enrolmentId: string;
  learnerId: string;
  cohortId: string;
}

/** Check-in on a real port with real MongoDB and Kafka, and what its neighbours would say. */
export async function startWorld() {
  const environment = await testEnvironment({ service: 'checkin', now: '2026-02-20T00:00:00Z' });
  const arbiter = randomUUID();
  const config = { ...environment.config, ...WITHOUT_BUCKET, ARBITERS: [arbiter] };
  let service = await startCheckin(config, environment.verifyToken);
  const owner = randomUUID();
  const instructor = randomUUID();
  const organisationId = randomUUID();

  async function call(
    method: string,
    path: string,
    userId: string | null,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        ...(userId === null ? {} : { authorization: environment.bearer(userId) }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      headers: answer.headers,
    };
  }

  const statusz = async () => (await (await fetch(`${service.operationsUrl}/statusz`)).json()) as StatusReport;

  async function publishCohort(changes: Partial<Policy> = {}, appealDays = 0): Promise<string> {
    const cohortId = randomUUID();
    await announceCohort(cohortId, changes, appealDays);
    await eventually(async () => (await call('GET', `/cohorts/${cohortId}/settlement`, owner)).status === 200);
    return cohortId;
  }

  async function announceCohort(cohortId: string, changes: Partial<Policy> = {}, appealDays = 0): Promise<void> {
    await environment.publish('membership.cohort', cohortId, 'membership.cohort-published.v1', {
      cohortId,
      organisationId,
      title: 'Daily notes',
      policyVersion: 1,
      policy: { ...POLICY, ...changes },
      rulesVersion: 1,
      capacity: 50,
      appealDays,
      staff: [
        { accountId: owner, role: 'owner' },
        { accountId: instructor, role: 'instructor' },
      ],
    });
  }

  /** Somebody comes onto the staff now. */
  async function appoint(cohortId: string, role: 'class_head' | 'instructor' = 'class_head'): Promise<string> {
    const accountId = randomUUID();
    await environment.publish('membership.cohort', cohortId, 'membership.cohort-staff-changed.v1', {
      cohortId,
      staff: [
        { accountId: owner, role: 'owner' },
        { accountId: instructor, role: 'instructor' },
        { accountId, role, appointedAt: now(environment) },
      ],
    });
    await eventually(async () => (await call('GET', `/cohorts/${cohortId}/leave`, accountId)).status === 200);
    return accountId;
  }

  /** Homework has nothing to tell of them, as it says at the end of the days; `silent`: it is away. */
  async function enrol(
    cohortId: string,
    memberNumber = 1,
    timeZone = '+08:00',
    homework: 'told' | 'silent' = 'told',
  ): Promise<Member> {
    const member = await apply(cohortId, timeZone);
    await admit(member, memberNumber);
    await eventually(
      async () => (await call('GET', `/enrolments/${member.enrolmentId}/calendar`, member.learnerId)).status === 200,
    );
    if (homework === 'told') await tellHomework(member);
    return member;
  }

  async function tellHomework({ enrolmentId, cohortId }: Member, upTo = '2026-12-31T00:00:00Z'): Promise<void> {
    const data = { enrolmentId, cohortId, upTo };
    await environment.publish('homework.enrolment', enrolmentId, 'homework.watermark.v1', data);
  }

  async function apply(cohortId: string, timeZone = '+08:00'): Promise<Member> {
    const member = { enrolmentId: randomUUID(), learnerId: randomUUID(), cohortId };
    await environment.publish('membership.enrolment', member.enrolmentId, 'membership.enrolment-applied.v1', {
      ...member,
      organisationId: randomUUID(),
      timeZone,
      policyVersion: 1,
      appliedAt: now(environment),
    });
    return member;
  }

  async function admit({ enrolmentId, cohortId }: Member, memberNumber: number): Promise<void> {
    await environment.publish('membership.enrolment', enrolmentId, 'membership.enrolment-admitted.v1', {
      enrolmentId,
      cohortId,
      memberNumber,
      group: 1,
      admittedAt: now(environment),
      paidAt: now(environment),
    });
  }

  return {
    environment,
    url: () => service.url,
    operationsUrl: () => service.operationsUrl,
    statusz,
    owner,
    instructor,
    /** Of every cohort here. */
    organisationId,
    arbiter,
    call,
    appoint,
    publishCohort,
    announceCohort,
    enrol,
    apply,
    admit,
    tellHomework,
    /** What else happens every minute. */
    sweepFiles: () => service.periodics.get('unused-files')?.nudge(),
    checkIn: (member: Member, day: string, text = 'what I did today', headers: Record<string, string> = {}) =>
      call('POST', `/enrolments/${member.enrolmentId}/entries`, member.learnerId, { day, text }, headers),
    calendar: async (member: Member) =>
      (await call('GET', `/enrolments/${member.enrolmentId}/calendar`, member.learnerId))
        .body as unknown as CalendarSeen,
    /** What others than homework hear of an enrolment or a cohort. */
    eventsOf: (id: string): Received[] =>
      environment.seen.filter(({ topic, subject }) => /^checkin\.(enrolment|cohort)$/.test(topic) && subject === id),
    /** Until neither outbox nor timers have anything left to do. */
    quiet: () =>
      eventually(
        async () => {
          const body = await statusz();
          return body.outboxPending === 0 && body.workPending === 0 && body.consumerLag === 0;
        },
        { timeoutMs: 20_000 },
      ),
    async restart() {
      await service.stop();
      service = await startCheckin(config, environment.verifyToken);
    },
    async stop() {
      await service.stop();
      await environment.stop();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

export interface CalendarSeen {
  status: string;
  done: number;
  missed: number;
  streak: number;
  entitledMinor: number;
  dueMinor: number;
  removedOn: string | null;
  bonusMinor: number | null;
  makeUpsLeft: number | null;
  days: {
    day: string;
    state: string;
    position: number | null;
    amountMinor: number;
    entry?: { text?: string; via: string; kind: string };
    rejected?: { reason: string };
  }[];
  leave: { leaveId: string; status: string }[];
}

function now({ clock }: TestEnvironment): string {
  return new Date(clock.nowMs()).toISOString();
}
