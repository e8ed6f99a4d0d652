import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Topic } from '@daka/contracts';
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

/** Days that a learner may write ahead: each is one accepted check-in. */
export const PLAN_DAYS = 42;

const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** The plan starts tomorrow and may be written ahead, so every day can be offered at once. */
export function benchPolicy(): Policy {
  return {
    currency: 'USD', entryFeeMinor: 0, depositMinor: 30_000, startsOn: iso(Date.now() + DAY_MS).slice(0, 10), days: PLAN_DAYS,
    timeZone: 'Asia/Shanghai', dayBoundary: 'learner', dayEndsAt: '00:00', restDays: { weekdays: [], dates: [] },
    checkIn: { minCharacters: 11, accepts: ['entry'], review: 'auto', aheadDays: null },
    makeUp: { windowDays: 2, quota: 2 }, grace: { days: 1 }, removal: { misses: 3, per: 'week' },
    refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
    forfeits: { finishersBps: 10_000, organiserBps: 0, charityBps: 0, sharedBy: 'completed', ifNoFinishers: 'return_pro_rata' },
  };
}

/** Publishes one cohort and its admitted learners as membership would; returns the learners. */
export async function admitLearners(brokers: string, prefix: string, keys: KeyServer, count: number): Promise<BenchLearner[]> {
  const kafka = new Kafka({ clientId: 'bench', brokers: brokers.split(','), logLevel: 0 });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const policy = benchPolicy();
  const [cohortId, organisationId, ownerId] = [randomUUID(), randomUUID(), randomUUID()];
  const published = {
    cohortId, organisationId, title: 'Bench', policyVersion: 1, policy, rulesVersion: 1, capacity: count, appealDays: 3,
    staff: [{ accountId: ownerId, role: 'owner' }],
  };
  await send(producer, prefix, 'membership.cohort', cohortId, [['membership.cohort-published.v1', published]]);
  const learners: BenchLearner[] = [];
  for (let memberNumber = 1; memberNumber <= count; memberNumber++) {
    const [enrolmentId, learnerId] = [randomUUID(), randomUUID()];
    learners.push({ enrolmentId, authorization: `Bearer ${keys.token(learnerId)}` });
    await send(producer, prefix, 'membership.enrolment', enrolmentId, admission({ enrolmentId, learnerId, cohortId, organisationId, memberNumber, policy }));
  }
  await producer.disconnect();
  return learners;
}

interface Admission {
  enrolmentId: string;
  learnerId: string;
  cohortId: string;
  organisationId: string;
  memberNumber: number;
  policy: Policy;
}

function admission({ enrolmentId, learnerId, cohortId, organisationId, memberNumber, policy }: Admission): [string, object][] {
  const at = iso(Date.now());
  const { currency, entryFeeMinor, depositMinor } = policy;
  return [
    ['membership.enrolment-applied.v1', { enrolmentId, cohortId, organisationId, learnerId, timeZone: '+08:00', policyVersion: 1, appliedAt: at }],
    ['membership.enrolment-rules-accepted.v1', { enrolmentId, rulesVersion: 1, acceptedAt: at }],
    ['membership.enrolment-seat-held.v1', { enrolmentId, cohortId, holdExpiresAt: at, currency, entryFeeMinor, depositMinor }],
    ['membership.enrolment-admitted.v1', { enrolmentId, cohortId, memberNumber, group: 1, admittedAt: at }],
  ];
}

async function send(producer: Producer, prefix: string, topic: Topic, subject: string, messages: [string, object][]): Promise<void> {
  await producer.send({
    topic: `${prefix}${topic}`,
    acks: -1,
    messages: messages.map(([type, data], index) => ({
      key: subject,
      value: JSON.stringify({
        specversion: '1.0', id: `${subject}/${topic}/${index + 1}`, source: 'daka/bench', type, subject,
        time: iso(Date.now()), datacontenttype: 'application/json', streamseq: index + 1, data,
      }),
    })),
  });
}
