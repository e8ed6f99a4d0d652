import { randomUUID } from 'node:crypto';
import type { Received, Topic } from '@daka/contracts';
import type { Producer } from 'kafkajs';
import { Registry } from 'prom-client';
import type { MongoConnection } from '../documents';
import { openTestMongo, quiet, refundOf } from '../documents/jar.fixture';
import { kafkaSettings, loadConfig } from '../config';
import { connectKafka, ensureTopics } from './connect';
import { startConsumer } from '../inbox/consumer';
import type { Consumer, ConsumerOptions, Handled } from '../inbox/types';
import type { KafkaConnection } from './types';

export const topic = 'payment.enrolment' satisfies Topic;

/** A database, topics and a producer of their own on the real servers. */
export interface KafkaBench {
  mongo: MongoConnection;
  kafka: KafkaConnection;
  prefix: string;
  producer: Producer;
  fatal: Error[];
  /** Sends coins of a subject in the given order of their numbers. */
  send(subject: string, seqs: readonly number[]): Promise<void>;
  sendRaw(key: string, value: string): Promise<void>;
  consume(
    handle: (received: Received<typeof topic>) => Promise<Handled>,
    more?: Partial<ConsumerOptions>,
  ): Promise<Consumer>;
  stop(): Promise<void>;
}

export async function openBench(): Promise<KafkaBench> {
  const mongo = await openTestMongo();
  const prefix = `k${randomUUID().slice(0, 8)}.`;
  const kafka = connectKafka({ config: loadConfig(kafkaSettings, process.env), clientId: 'kit-test', logger: quiet });
  await ensureTopics(kafka, prefix, [topic], 2);
  const producer = kafka.kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const consumers: Consumer[] = [];
  const fatal: Error[] = [];

  return {
    mongo,
    kafka,
    prefix,
    producer,
    fatal,
    async send(subject, seqs) {
      const messages = seqs.map((seq) => ({ key: subject, value: envelope(subject, seq) }));
      await producer.send({ topic: prefix + topic, messages });
    },
    async sendRaw(key, value) {
      await producer.send({ topic: prefix + topic, messages: [{ key, value }] });
    },
    async consume(handle, more = {}) {
      const consumer = await startConsumer({
        kafka,
        mongo,
        prefix,
        groupId: `${prefix}${randomUUID()}`,
        topics: [topic],
        handle: (received) => handle(received as Received<typeof topic>), // the only topic there is
        logger: quiet,
        metrics: new Registry(),
        onFatal: (error) => fatal.push(error),
        parkedRetryMs: 200,
        ...more,
      });
      consumers.push(consumer);
      return consumer;
    },
    async stop() {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await producer.disconnect();
      const admin = kafka.kafka.admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [prefix + topic] });
      await admin.disconnect();
      await mongo.stop();
    },
  };
}

export function envelope(subject: string, seq: number): string {
  return JSON.stringify({
    specversion: '1.0',
    id: `${topic}:${subject}:${seq}`,
    source: 'daka/payment',
    type: 'payment.refund-succeeded.v1',
    subject,
    time: '2026-03-01T00:00:00Z',
    datacontenttype: 'application/json',
    streamseq: seq,
    data: refundOf(`c${seq}`, 1),
  });
}

export const seqsOf = (received: readonly Received[], subject: string): number[] =>
  received.filter((message) => message.subject === subject).map(({ streamseq }) => streamseq);
