import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { membershipHttp, rightsOf, type Topic } from '@daka/contracts';
import { mongoUrlAs, type ServiceName } from '@daka/local';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import mongoose from 'mongoose';
import { applicant, openCourse, startWorld, untilStatus, type World } from '../support/cohort-world';

jest.setTimeout(300_000);

let world: World;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  for (const close of closing) await close();
  await world?.stop();
});

function clientAs(name?: ServiceName): Kafka {
  return new Kafka({
    clientId: 'inside',
    ...world.system.kafkaAs(name),
    logLevel: logLevel.NOTHING,
    retry: { retries: 1, initialRetryTime: 50 },
  });
}

async function writerAs(name: ServiceName): Promise<Producer> {
  const producer = clientAs(name).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  closing.push(() => producer.disconnect());
  return producer;
}

/** Kafka's own word for what went wrong; kafkajs puts it at the bottom of its errors. */
function reasonOf(error: unknown): string {
  const { type, cause, originalError } = error as { type?: string; cause?: unknown; originalError?: unknown };
  const below = cause ?? originalError;
  return type ?? (below === undefined || below === error ? String(error) : reasonOf(below));
}

function send(producer: Producer, topic: Topic, key: string, value: string): Promise<unknown> {
  return producer.send({ topic: world.system.topicPrefix + topic, acks: -1, messages: [{ key, value }] });
}

/** A payment that nobody made, as payment would tell of it. */
function paidFor(enrolmentId: string, cohortId: string): string {
  const time = '2026-03-01T00:00:00Z';
  return JSON.stringify({
    specversion: '1.0',
    id: randomUUID(),
    source: 'daka/payment',
    type: 'payment.received.v1',
    subject: enrolmentId,
    time,
    datacontenttype: 'application/json',
    streamseq: 1,
    data: { enrolmentId, cohortId, currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000, paidAt: time },
  });
}

describe('who may say what on Kafka (ASVS 12.3.1, 13.2.2)', () => {
  it("admits nobody for a payment that homework tells of; the same words in payment's own name do", async () => {
    const { cohort } = await openCourse(world.client);
    const { session, enrolmentId } = await applicant(world.client, cohort);
    const words = paidFor(enrolmentId, cohort.id);

    const asHomework = await writerAs('homework');
    const refused = await send(asHomework, 'payment.enrolment', enrolmentId, words).then(() => 'taken', reasonOf);
    expect(refused).toBe('TOPIC_AUTHORIZATION_FAILED');
    const { status } = await session.ask(
      { method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` },
      membershipHttp.EnrolmentBody,
    );
    expect(status).toBe('seat_held');

    await send(await writerAs('payment'), 'payment.enrolment', enrolmentId, words);
    await untilStatus(session, enrolmentId, 'admitted');
  });

  it.each(['membership', 'payment', 'homework', 'checkin', 'web'] as const)(
    'lets %s write the topics that are its own and no other, those that it follows included',
    async (name) => {
      const { writes } = rightsOf(name);
      const others = rightsOfAll().filter((topic) => !writes.includes(topic));
      const producer = await writerAs(name);
      const refused: string[] = [];
      for (const topic of others)
        await send(producer, topic, randomUUID(), 'no event').catch((error: unknown) =>
          refused.push(`${topic} ${reasonOf(error)}`),
        );
      expect(refused).toEqual(others.map((topic) => `${topic} TOPIC_AUTHORIZATION_FAILED`));
      for (const topic of writes) await send(producer, topic, randomUUID(), 'no event');
    },
  );

  it("shows nobody what they do not follow, and lets nobody into another's group", async () => {
    const read = async (name: ServiceName, topic: Topic, group: string) => {
      const consumer = clientAs(name).consumer({ groupId: world.system.topicPrefix + group, retry: { retries: 0 } });
      const crashed = new Promise<string>((resolve) =>
        consumer.on('consumer.crash', ({ payload: { error } }) => resolve(reasonOf(error))),
      );
      const joined = new Promise<string>((resolve) => consumer.on('consumer.group_join', () => resolve('joined')));
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: [world.system.topicPrefix + topic] });
        await consumer.run({ eachMessage: async () => undefined });
        return await Promise.race([crashed, joined]);
      } catch (error) {
        return reasonOf(error);
      } finally {
        await consumer.disconnect();
      }
    };
    expect(await read('homework', 'payment.enrolment', 'homework')).toBe('TOPIC_AUTHORIZATION_FAILED');
    // kafkajs keeps the reason to itself; homework's own group, just below, finds its coordinator.
    expect(await read('homework', 'membership.enrolment', 'payment')).toMatch(/group coordinator/);
    expect(await read('homework', 'membership.enrolment', 'homework')).toBe('joined');
  });

  it('lets nobody in without a password, or with a wrong one', async () => {
    const { brokers } = world.system.kafkaAs();
    const knock = async (sasl?: { mechanism: 'scram-sha-256'; username: string; password: string }) => {
      const retry = { retries: 0 };
      const admin = new Kafka({ clientId: 'nobody', brokers, logLevel: logLevel.NOTHING, retry, sasl }).admin();
      try {
        await admin.connect();
        return await admin.listTopics();
      } finally {
        await admin.disconnect();
      }
    };
    await expect(knock()).rejects.toThrow(/closed connection/i);
    await expect(knock({ mechanism: 'scram-sha-256', username: 'payment', password: 'guessed' })).rejects.toThrow(
      /authentication failed/i,
    );
  });
});

describe('who may read and write which database (ASVS 13.2.2)', () => {
  const everybody = ['membership', 'payment', 'homework', 'checkin', 'web'] as const;

  it.each(everybody)('is for %s its own alone', async (name) => {
    const { mongoUrl, access, databasePrefix } = world.system;
    const own = `${databasePrefix}_${name}`;
    const client = new mongoose.mongo.MongoClient(mongoUrlAs(mongoUrl, name, access.mongo?.[name] ?? '', own));
    const answer = (act: Promise<unknown>) =>
      act.then(
        () => 'done',
        (error: { code?: number }) => error.code,
      );
    try {
      const tried = await Promise.all(
        [...everybody.map((other) => `${databasePrefix}_${other}`), 'admin', 'local'].map(async (database) => {
          const some = client.db(database).collection('inside');
          return [database, await answer(some.insertOne({})), await answer(some.findOne({}))];
        }),
      );
      const notAllowed = 13;
      expect(tried).toEqual(
        tried.map(([database]) => (database === own ? [own, 'done', 'done'] : [database, notAllowed, notAllowed])),
      );
      expect(await answer(client.db(own).collection('inside').drop())).toBe('done');
      expect(await answer(client.db('admin').command({ shutdown: 1 }))).toBe(notAllowed);
      const makesAnother = client.db(own).command({ createUser: 'another', pwd: 'another', roles: [] });
      expect(await answer(makesAnother)).toBe(notAllowed);
    } finally {
      await client.close();
    }
  });

  it("is nobody's without a password", async () => {
    const [, hosts] = /@([^/]+)/.exec(world.system.mongoUrl) ?? [];
    const client = new mongoose.mongo.MongoClient(`mongodb://${hosts}/?directConnection=true`);
    try {
      await expect(client.db(`${world.system.databasePrefix}_payment`).collection('books').findOne()).rejects.toThrow(
        /requires authentication/,
      );
    } finally {
      await client.close();
    }
  });
});

it('has none of these passwords in any log (ASVS 16.2.5)', () => {
  const { access, dir } = world.system;
  const passwords = [...Object.values(access.kafka ?? {}), ...Object.values(access.mongo ?? {})];
  expect(passwords.length).toBe(12);
  const logs = readdirSync(join(dir, 'logs')).map((name) => readFileSync(join(dir, 'logs', name), 'utf8'));
  expect(logs.join('').length).toBeGreaterThan(1_000);
  expect(passwords.filter((password) => logs.some((log) => log.includes(password)))).toEqual([]);
});

function rightsOfAll(): Topic[] {
  return (['membership', 'payment', 'homework', 'checkin', 'web'] as const).flatMap((name) => rightsOf(name).writes);
}
