import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allTopics, parseMessage, type Received, type Topic } from '@daka/contracts';
import { createConnection } from 'mongoose';
import { createSigningKey, createTokenVerifier, signAccessToken, type TokenVerifier } from '../auth';
import { connectKafka, ensureTopics } from '../kafka';
import { kafkaSettings, loadConfig, type CommonConfig } from '../config';
import { createLogger } from '../logging';
import { eventually } from './eventually';

export interface TestEnvironment {
  config: CommonConfig;
  verifyToken: TokenVerifier;
  /** A signed-in user's Authorization header value; `waits`: where they work and have no second factor, which is required there. */
  bearer(userId: string, waits?: readonly string[]): string;
  token(userId: string, waits?: readonly string[]): string;
  clock: { set(instant: string): void; advanceMs(ms: number): void; nowMs(): number };
  /** Publishes as another service would; the sequence is counted per topic and subject unless given. */
  publish(topic: Topic, subject: string, type: string, data: object, options?: { seq?: number }): Promise<void>;
  /** Every message seen so far on the topics that are watched. */
  seen: readonly Received[];
  nextMessage(topic: Topic, matches: (received: Received) => boolean, timeoutMs?: number): Promise<Received>;
  stop(): Promise<void>;
}

/** A database, topics, a key and a virtual clock of their own on the real servers in MONGO_URL and KAFKA_BROKERS. */
export async function testEnvironment({
  service,
  now = '2026-03-01T00:00:00Z',
}: {
  service: string;
  now?: string;
}): Promise<TestEnvironment> {
  const mongoUrl = required('MONGO_URL');
  required('KAFKA_BROKERS');
  const kafkaConfig = loadConfig(kafkaSettings, process.env);
  const run = randomUUID().slice(0, 8);
  const prefix = `t${run}.`;
  const logger = createLogger({ service: `${service}-test`, level: 'silent' });
  const kafka = connectKafka({ config: kafkaConfig, clientId: `test-${run}`, logger });
  await ensureTopics(kafka, prefix, allTopics, 1);
  const producer = kafka.kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const watch = await watchTopics(kafka.kafka, prefix);
  const clock = clockIn(mkdtempSync(join(tmpdir(), 'daka-test-')), now);
  const key = createSigningKey();
  const token = (userId: string, waits: readonly string[] = []) =>
    signAccessToken({ ...key, sub: userId, waits, ttlSeconds: 3_600 });
  const sequences = new Map<string, number>();
  const db = `t_${run}_${service}`;

  return {
    config: {
      HOST: '127.0.0.1',
      INSTANCE_ID: '',
      PORT: 0,
      OPERATIONS_PORT: 0,
      OPERATIONS_HOST: '',
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL === undefined ? 'silent' : 'debug',
      MONGO_URL: mongoUrl,
      MONGO_DB: db,
      ...kafkaConfig,
      TOPIC_PREFIX: prefix,
      JWKS_URL: 'http://127.0.0.1:9/unused',
      CLOCK_FILE: clock.file,
      PUBLIC_ORIGIN: 'http://localhost:8080',
    },
    verifyToken: createTokenVerifier({ keys: [key.publicJwk] }),
    token,
    bearer: (userId, waits) => `Bearer ${token(userId, waits)}`,
    clock,
    seen: watch.seen,
    async publish(topic, subject, type, data, { seq } = {}) {
      const stream = `${topic}|${subject}`;
      const streamseq = seq ?? (sequences.get(stream) ?? 0) + 1;
      sequences.set(stream, Math.max(streamseq, sequences.get(stream) ?? 0));
      const envelope = {
        specversion: '1.0',
        id: `${stream}|${streamseq}`,
        source: 'daka/test',
        type,
        subject,
        time: new Date(clock.nowMs()).toISOString(),
        datacontenttype: 'application/json',
        streamseq,
        data,
      };
      const value = JSON.stringify(envelope);
      parseMessage(topic, value);
      await producer.send({ topic: `${prefix}${topic}`, acks: -1, messages: [{ key: subject, value }] });
    },
    nextMessage: (topic, matches, timeoutMs = 10_000) =>
      eventually(() => watch.seen.find((received) => received.topic === topic && matches(received)), { timeoutMs }),
    async stop() {
      await watch.stop();
      await producer.disconnect();
      clock.remove();
      await dropDatabase(mongoUrl, db);
    },
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the tests through jest's global set-up`);
  return value;
}

async function watchTopics(kafka: ReturnType<typeof connectKafka>['kafka'], prefix: string) {
  const seen: Received[] = [];
  const consumer = kafka.consumer({ groupId: `${prefix}watch`, maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topics: allTopics.map((topic) => `${prefix}${topic}`), fromBeginning: true });
  await consumer.run({
    async eachMessage({ topic, message }) {
      if (message.value) seen.push(parseMessage(topic.slice(prefix.length) as Topic, message.value));
    },
  });
  return { seen, stop: () => consumer.disconnect() };
}

function clockIn(dir: string, now: string) {
  const file = join(dir, 'clock');
  let nowMs = 0;
  const write = (ms: number) => {
    nowMs = ms;
    writeFileSync(`${file}.next`, new Date(ms).toISOString());
    renameSync(`${file}.next`, file);
  };
  write(Date.parse(now));
  return {
    file,
    nowMs: () => nowMs,
    set: (instant: string) => write(Date.parse(instant)),
    advanceMs: (ms: number) => write(nowMs + ms),
    remove: () => rmSync(dir, { recursive: true }),
  };
}

async function dropDatabase(url: string, db: string): Promise<void> {
  const connection = await createConnection(url, { dbName: db }).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

/** Files lie in the service's own database. */
export const WITHOUT_BUCKET = { S3_BUCKET: '', S3_ENDPOINT: '', S3_REGION: '', S3_ACCESS_KEY: '', S3_SECRET_KEY: '' };
