import { randomUUID } from 'node:crypto';
import type { MessageOn, Received, Topic } from '@daka/contracts';
import {
  connectMongo,
  createLogger,
  createSealing,
  loadConfig,
  signAccessToken,
  type MongoConnection,
} from '@daka/service-kit';
import { eventually as eventuallyWithin, testEnvironment, type TestEnvironment } from '@daka/service-kit/testing';
import supertest from 'supertest';
import { createEnrolments } from '../adapters/mongo/enrolments';
import { createSeatings } from '../adapters/mongo/seatings';
import { createSigningKeys } from '../adapters/mongo/signing-keys';
import { startMembership } from '../app';
import { membershipSettings, type Config } from '../config';
import { accepted as rulesAccepted, applied as appliedEvent, policy } from './samples';

export { policy } from './samples';

/** Monday of the week before the sample policy starts. */
export const WEEK_BEFORE = '2026-02-23T00:00:00.000Z';

export interface Person {
  id: string;
  authorization: string;
}
export interface EnrolmentView {
  id: string;
  cohortId: string;
  status: string;
  memberNumber: number | null;
  group: number | null;
  holdExpiresAt: string | null;
  waitingPosition: number | null;
  rulesVersion: number;
}

/** Long enough for a machine that does much else at the same time. */
const PATIENCE_MS = 120_000;
jest.setTimeout(PATIENCE_MS);
export const eventually = <T>(check: () => Promise<T> | T) =>
  eventuallyWithin(check, { timeoutMs: PATIENCE_MS - 10_000, everyMs: 50 });

/** Membership on a really listening server with MongoDB and Kafka of its own. */
export type Membership = Awaited<ReturnType<typeof membershipUnderTest>>;

export async function membershipUnderTest(changes: Partial<Config> = {}) {
  const env = await testEnvironment({ service: 'membership' });
  env.clock.set(WEEK_BEFORE);
  const config: Config = {
    ...env.config,
    ...loadConfig(membershipSettings, {}),
    EMAIL_PROOF: 'off',
    TEND_SEATS_MS: 100,
    ...changes,
  };
  const service = await startMembership(config);
  const mongo = await connectMongo({
    url: config.MONGO_URL,
    db: config.MONGO_DB,
    logger: createLogger({ service: 'membership-test', level: 'silent' }),
  });
  const key = await createSigningKeys(mongo, {
    sealing: createSealing(config.KEY),
    wallClock: { nowMs: () => Date.now() },
    rotateAfterMs: Number.POSITIVE_INFINITY,
  }).signing();
  const http = supertest(service.url);
  const { enrolments } = createEnrolments(mongo, env.clock);
  const seatings = await createSeatings(mongo);

  /** Somebody with an access token; an account behind it is not needed to enrol. */
  const somebody = (id: string = randomUUID()): Person => ({
    id,
    authorization: `Bearer ${signAccessToken({ ...key, sub: id, ttlSeconds: 600 })}`,
  });
  const membership = { env, service, mongo, seatings, http, somebody, owner: somebody() };
  return {
    ...membership,
    ...createSteps(membership),
    acceptedDirectly: (cohortId: string, count: number) => writeAccepted(enrolments, somebody, cohortId, count),
    /** A second instance on the same database and topics, perhaps with other settings. */
    startAnother: (others: Partial<Config> = {}) => startMembership({ ...config, ...others }),
    async stop() {
      await service.stop();
      await mongo.stop();
      await env.stop();
    },
  };
}

/** Many learners who passed the rules gate, written straight into the database where the way there is not what is tested. */
async function writeAccepted(
  enrolments: ReturnType<typeof createEnrolments>['enrolments'],
  somebody: () => Person,
  cohortId: string,
  count: number,
) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const way = { learner: somebody(), enrolmentId: randomUUID() };
      const applied = {
        ...appliedEvent,
        enrolmentId: way.enrolmentId,
        cohortId,
        organisationId: cohortId,
        learnerId: way.learner.id,
      };
      await enrolments.change(way.enrolmentId, () => [applied, rulesAccepted]);
      return way;
    }),
  );
}

interface Base {
  env: TestEnvironment;
  mongo: MongoConnection;
  http: ReturnType<typeof supertest>;
  somebody(id?: string): Person;
  owner: Person;
}

/** The steps that tests take again and again, each over HTTP. */
function createSteps({ env, http, somebody, owner }: Base) {
  const post = (person: Person, path: string, body: object = {}) =>
    http.post(path).set('Authorization', person.authorization).send(body);
  const get = (person: Person, path: string) => http.get(path).set('Authorization', person.authorization);

  async function organisation(): Promise<string> {
    return (await post(owner, '/organisations', { name: 'Daily Letters' }).expect(201)).body.id as string;
  }

  const publishedCohort = async (changes: object = {}): Promise<string> =>
    publishedCohortOf(await organisation(), changes);

  const publishedCohortOf = (organisationId: string, changes: object = {}): Promise<string> =>
    cohortOf(owner, organisationId, changes);

  /** A published cohort of an organisation that is this person's. */
  async function cohortOf(founder: Person, organisationId: string, changes: object = {}): Promise<string> {
    const content = { ...cohortDraft, ...changes };
    const draft = await post(founder, `/organisations/${organisationId}/cohorts`, content).expect(201);
    await post(founder, `/cohorts/${draft.body.id}/publish`).expect(200);
    return draft.body.id as string;
  }

  async function applied(cohortId: string, learner: Person): Promise<string> {
    return (await post(learner, `/cohorts/${cohortId}/enrolments`, { timeZone: 'Asia/Shanghai' }).expect(201)).body
      .id as string;
  }

  /** A learner who passed the rules gate. */
  async function accepted(cohortId: string, learner = somebody()): Promise<{ learner: Person; enrolmentId: string }> {
    const enrolmentId = await applied(cohortId, learner);
    await post(learner, `/enrolments/${enrolmentId}/acceptance`, { passphrase: 'blue heron', rulesVersion: 1 }).expect(
      200,
    );
    return { learner, enrolmentId };
  }

  async function seated(cohortId: string, learner = somebody()): Promise<{ learner: Person; enrolmentId: string }> {
    const way = await accepted(cohortId, learner);
    await post(way.learner, `/enrolments/${way.enrolmentId}/seat`).expect(200);
    return way;
  }

  const paid = (cohortId: string, enrolmentId: string) =>
    publishMessage('payment.enrolment', enrolmentId, {
      type: 'payment.received.v1',
      data: {
        enrolmentId,
        cohortId,
        currency: 'CNY',
        entryFeeMinor: 9_900,
        depositMinor: 30_000,
        paidAt: new Date(env.clock.nowMs()).toISOString(),
      },
    });
  const publishMessage = <T extends Topic>(topic: T, subject: string, { type, data }: MessageOn<T>) =>
    env.publish(topic, subject, type, data);

  const view = async ({ learner, enrolmentId }: { learner: Person; enrolmentId: string }): Promise<EnrolmentView> =>
    (await get(learner, `/enrolments/${enrolmentId}`).expect(200)).body as EnrolmentView;

  const becomes = (way: { learner: Person; enrolmentId: string }, status: string) =>
    eventually(async () => {
      const seen = await view(way);
      if (seen.status !== status) throw new Error(`still ${seen.status}, not ${status}`);
      return seen;
    });

  async function admitted(cohortId: string, learner = somebody()) {
    const way = await seated(cohortId, learner);
    await paid(cohortId, way.enrolmentId);
    return { ...way, ...(await becomes(way, 'admitted')) };
  }

  /** The message of that type that membership published about it. */
  const published = (subject: string, type: string): Promise<Received> =>
    eventually(() =>
      env.seen.find(
        ({ topic, subject: about, type: what }) =>
          topic.startsWith('membership.') && about === subject && what === type,
      ),
    );

  return {
    post,
    get,
    published,
    organisation,
    publishedCohort,
    publishedCohortOf,
    cohortOf,
    applied,
    accepted,
    seated,
    admitted,
    paid,
    publishMessage,
    view,
    becomes,
  };
}

export const cohortDraft = {
  title: 'Write daily',
  policy,
  passphrase: 'blue heron',
  capacity: 50,
  groupSize: 20,
  rules: [{ title: 'Be there', text: 'Write every day. Think of a blue heron. Be kind.' }],
};
