import { type Envelope, eventsByTopic, type Topic } from '@daka/contracts';
import { currentTrace } from '../logging';
import { type Counts, fieldOf } from '../documents/document';
import type { OutboxEntry } from '../documents/types';

/** A message of some topic; stores know which, here it makes no difference. */
interface Unsent {
  topic: Topic;
  type: string;
  data: unknown;
}

/** Kafka's default limit for a message is 1 MiB, with its headers. */
const MAX_VALUE_BYTES = 900_000;

/**
 * Numbers the messages of one change and puts them into envelopes, ready to be sent.
 * @throws when a message does not follow its contract or is too large: nothing wrong may leave the service.
 */
export function envelopes(
  subject: string,
  outbound: readonly Unsent[],
  seq: Counts,
  nowMs: number,
): { seq: Counts; outbox: OutboxEntry[] } {
  const next = { ...seq };
  const time = new Date(nowMs).toISOString();
  const traceparent = currentTrace();

  const outbox = outbound.map((message) => {
    checkContract(message);
    const { topic, type, data } = message;
    const streamseq = (next[fieldOf(topic)] ?? 0) + 1;
    next[fieldOf(topic)] = streamseq;
    const id = eventId(topic, subject, streamseq);
    const envelope: Envelope = {
      specversion: '1.0',
      id,
      source: `daka/${topic.split('.')[0]}`,
      type,
      subject,
      time,
      datacontenttype: 'application/json',
      streamseq,
      ...(traceparent === undefined ? {} : { traceparent }),
      data,
    };
    const value = JSON.stringify(envelope);
    if (Buffer.byteLength(value) > MAX_VALUE_BYTES)
      throw new Error(`${type} of ${subject} is larger than ${MAX_VALUE_BYTES} bytes`);
    return { id, topic, seq: streamseq, type, value };
  });
  return { seq: next, outbox };
}

/** Names an event: the same however often it is sent. */
export function eventId(topic: Topic, subject: string, seq: number): string {
  return `${topic}:${subject}:${seq}`;
}

function checkContract({ topic, type, data }: Unsent): void {
  const definition = eventsByTopic[topic].find((candidate) => candidate.type === type);
  if (!definition) throw new Error(`${type} does not belong on ${topic}`);
  const checked = definition.data.safeParse(data);
  if (!checked.success) throw new Error(`${type} breaks its contract: ${checked.error.message}`);
}
