import net from 'node:net';
import type { System } from '@daka/local';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';

/** A message as it stands on a topic. */
export interface Message {
  topic: string;
  key: string;
  value: string;
}

/** Our own ear and voice at Kafka, past the proxy. */
export interface Listener {
  /** How many messages were heard so far. */
  heard(): number;
  /** What was heard from this count on. */
  since(count: number): readonly Message[];
  /** Sends in this order, each on its own topic. */
  say(messages: readonly Message[]): Promise<void>;
  stop(): Promise<void>;
}

const HEADERS = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

export async function startListener({ port, system }: { port: number; system: System }): Promise<Listener> {
  const kafka = new Kafka({
    clientId: 'chaos',
    ...system.kafkaAs(),
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 100 },
    // The broker names the proxy; we go to the broker itself.
    socketFactory: ({ onConnect }) => net.connect({ host: '127.0.0.1', port }, onConnect).setKeepAlive(true),
  });
  const messages: Message[] = [];
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter(
    (topic) => topic.startsWith(system.topicPrefix) && !topic.startsWith('__'),
  );
  await admin.disconnect();

  const consumer = kafka.consumer({ groupId: 'chaos', sessionTimeout: 10_000, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    async eachMessage({ topic, message }) {
      messages.push({ topic, key: String(message.key), value: String(message.value) });
    },
  });
  const producer: Producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    heard: () => messages.length,
    since: (count) => messages.slice(count),
    async say(wanted) {
      for (const { topic, key, value } of wanted)
        await producer.send({ topic, acks: -1, messages: [{ key, value, headers: HEADERS }] });
    },
    async stop() {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}
