import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Topic } from '@daka/contracts';
import type { System } from '@daka/local';
import type { Policy } from '@daka/rules';
import { createSigningKey, signAccessToken } from '@daka/service-kit';
import { Kafka, type Producer } from 'kafkajs';

/** A learner with a seat, as checkin and payment see one. */
export interface BenchLearner {
  enrolmentId: string;
  authorization: string;
}

export interface KeyServer {
  jwksUrl: string;
  token(userId: string): string;
  stop(): Promise<void>;
}

/** Serves a fresh public key, so that the services accept the tokens that are signed with it. */
export async function startKeyServer(): Promise<KeyServer> {
  const key = createSigningKey();
  const server: Server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ keys: [key.publicJwk] }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
    token: (userId) => signAccessToken({ ...key, sub: userId, ttlSeconds: 3_600 }),
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Days of the plan where nothing else is asked for. */
const PLAN_DAYS = 42;

const DAY_MS = 86_400_000;
/** Admissions sent to Kafka at once. */
const BATCH = 500;
const iso = (ms: number) => new Date(ms).toISOString();

/** May be written ahead, so every day can be offered at once. Starts tomorrow unless told otherwise. */
export function benchPolicy({
  startsOn = iso(Date.now() + DAY_MS).slice(0, 10),
  days = PLAN_DAYS,
}: { startsOn?: string; days?: number } = {}): Policy {
  return {
    currency: 'USD',
    entryFeeMinor: 0,
    depositMinor: 30_000,
    startsOn,
    days,
    timeZone: 'Asia/Shanghai',
    dayBoundary: 'learner',
    dayEndsAt: '00:00',
    restDays: { weekdays: [], dates: [] },
    checkIn: { minCharacters: 11, accepts: ['entry'], review: 'auto', aheadDays: null },
    makeUp: { windowDays: 2, quota: 2 },
    grace: { days: 1 },
    removal: { misses: 3, per: 'week' },
    refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
    forfeits: {
      finishersBps: 10_000,
      organiserBps: 0,
      charityBps: 0,
      sharedBy: 'completed',
      ifNoFinishers: 'return_pro_rata',
    },
  };
}

/** The days of a plan without rest days. */
export function planDays({ startsOn, days }: Pick<Policy, 'startsOn' | 'days'>): string[] {
  return Array.from({ length: days }, (_, offset) => iso(Date.parse(startsOn) + offset * DAY_MS).slice(0, 10));
}

export interface BenchCohort {
  cohortId: string;
  organisationId: string;
  /** The owner's. */
  authorization: string;
  learners: BenchLearner[];
}

interface Admitting {
  system: Pick<System, 'kafkaAs' | 'topicPrefix'>;
  keys: KeyServer;
  count: number;
  policy?: Policy;
  /** The domain's instant of what is published. */
  atMs?: number;
}

/** Publishes one cohort and its admitted learners as membership would. */
export async function admitCohort(options: Admitting): Promise<BenchCohort> {
  const { system, keys, count, policy = benchPolicy(), atMs = Date.now() } = options;
  const kafka = new Kafka({ clientId: 'bench', ...system.kafkaAs(), logLevel: 0 });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const send = createSend(producer, system.topicPrefix, atMs);
  const cohort = await publishCohort(send, { keys, policy, capacity: count });
  const { cohortId, organisationId } = cohort;
  const learners: BenchLearner[] = [];
  for (let sent = 0; sent < count; sent += BATCH) {
    const admissions = Array.from({ length: Math.min(BATCH, count - sent) }, (_, index) => {
      const [enrolmentId, learnerId] = [randomUUID(), randomUUID()];
      learners.push({ enrolmentId, authorization: `Bearer ${keys.token(learnerId)}` });
      const memberNumber = sent + index + 1;
      return {
        subject: enrolmentId,
        messages: admission({ enrolmentId, learnerId, cohortId, organisationId, memberNumber, policy, at: iso(atMs) }),
      };
    });
    await send('membership.enrolment', admissions);
  }
  await producer.disconnect();
  return { ...cohort, learners };
}

/** Publishes a cohort that only its staff asks for. */
export async function publishCohort(
  send: Send,
  { keys, policy, capacity }: { keys: KeyServer; policy: Policy; capacity: number },
): Promise<Omit<BenchCohort, 'learners'>> {
  const [cohortId, organisationId, ownerId] = [randomUUID(), randomUUID(), randomUUID()];
  const published = {
    cohortId,
    organisationId,
    title: 'Bench',
    policyVersion: 1,
    policy,
    rulesVersion: 1,
    capacity,
    appealDays: 3,
    staff: [{ accountId: ownerId, role: 'owner' }],
  };
  await send('membership.cohort', [{ subject: cohortId, messages: [['membership.cohort-published.v1', published]] }]);
  return { cohortId, organisationId, authorization: `Bearer ${keys.token(ownerId)}` };
}

interface Admission {
  enrolmentId: string;
  learnerId: string;
  cohortId: string;
  organisationId: string;
  memberNumber: number;
  policy: Policy;
  at: string;
}

function admission({
  enrolmentId,
  learnerId,
  cohortId,
  organisationId,
  memberNumber,
  policy,
  at,
}: Admission): [string, object][] {
  const { currency, entryFeeMinor, depositMinor } = policy;
  return [
    [
      'membership.enrolment-applied.v1',
      { enrolmentId, cohortId, organisationId, learnerId, timeZone: '+08:00', policyVersion: 1, appliedAt: at },
    ],
    ['membership.enrolment-rules-accepted.v1', { enrolmentId, rulesVersion: 1, acceptedAt: at }],
    [
      'membership.enrolment-seat-held.v1',
      { enrolmentId, cohortId, holdExpiresAt: at, currency, entryFeeMinor, depositMinor },
    ],
    ['membership.enrolment-admitted.v1', { enrolmentId, cohortId, memberNumber, group: 1, admittedAt: at }],
  ];
}

/** Whole streams, each from its first message. */
interface Stream {
  subject: string;
  messages: readonly (readonly [string, object])[];
}
export type Send = (topic: Topic, streams: readonly Stream[]) => Promise<void>;

export function createSend(producer: Producer, prefix: string, atMs: number): Send {
  return async (topic, streams) => {
    const messages = streams.flatMap(({ subject, messages: ofSubject }) =>
      ofSubject.map(([type, data], index) => ({
        key: subject,
        value: JSON.stringify({
          specversion: '1.0',
          id: `${subject}/${topic}/${index + 1}`,
          source: 'daka/bench',
          type,
          subject,
          time: iso(atMs),
          datacontenttype: 'application/json',
          streamseq: index + 1,
          data,
        }),
      })),
    );
    await producer.send({ topic: `${prefix}${topic}`, acks: -1, messages });
  };
}
