import { randomUUID } from 'node:crypto';
import type { KafkaClient } from '@daka/local';
import { Kafka } from 'kafkajs';
import type { BenchLearner } from './learners';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The time from a bare kafkajs send to the same message in a bare kafkajs consumer, in milliseconds, one at a time. */
export async function rawRoundTrips(client: KafkaClient, topic: string, count: number): Promise<number[]> {
  const kafka = new Kafka({ clientId: 'bench-raw', ...client, logLevel: 0 });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
  await admin.disconnect();
  const arrived = new Map<string, () => void>();
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => arrived.get(String(message.value))?.() });
  const producer = kafka.producer();
  await producer.connect();
  const roundTrip = async () => {
    const value = randomUUID();
    const startedMs = performance.now();
    const there = new Promise<void>((resolve) => arrived.set(value, resolve));
    await producer.send({ topic, acks: -1, messages: [{ key: value, value }] });
    await there;
    return performance.now() - startedMs;
  };
  await roundTrip(); // The first waits for the group to form.
  const times: number[] = [];
  for (let n = 0; n < count; n++) times.push(await roundTrip());
  await producer.disconnect();
  await consumer.disconnect();
  return times;
}

interface Addresses {
  checkin: string;
  payment: string;
}

/** The time from offering a check-in to the risen amount in payment's statement, in milliseconds, one learner after the other. */
export async function earnedVisible(
  { checkin, payment }: Addresses,
  learners: readonly BenchLearner[],
  day: string,
): Promise<number[]> {
  const times: number[] = [];
  for (const learner of learners) {
    const before = await earned(payment, learner);
    const startedMs = performance.now();
    const answer = await fetch(`${checkin}/enrolments/${learner.enrolmentId}/entries`, {
      method: 'POST',
      headers: { authorization: learner.authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ day, text: 'What I learned today, in a few words.' }),
    });
    if (answer.status !== 201) throw new Error(`a check-in was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    while ((await earned(payment, learner)) === before) {
      if (performance.now() - startedMs > 10_000)
        throw new Error('the earned amount did not reach the statement within 10 s');
    }
    times.push(performance.now() - startedMs);
  }
  return times;
}

async function earned(payment: string, { enrolmentId, authorization }: BenchLearner): Promise<number> {
  const answer = await fetch(`${payment}/enrolments/${enrolmentId}/statement`, { headers: { authorization } });
  if (answer.status !== 200) throw new Error(`a statement was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { earnedMinor: number }).earnedMinor;
}
