import { Envelope } from './envelope';
import type { Topic } from './define-event';
import { allEvents, eventsByTopic, type MessageOn } from './events';

export interface Received<T extends Topic = Topic> {
  topic: T;
  id: string;
  subject: string;
  streamseq: number;
  traceparent?: string;
  message: MessageOn<T>;
}

const definitions = new Map(allEvents.map((definition) => [definition.type, definition]));

/**
 * Parses one Kafka record's value.
 * @throws MessageError when it is no CloudEvent, of an unknown type, on the wrong topic or with data that break the schema.
 */
export function parseMessage<T extends Topic>(topic: T, value: string | Buffer): Received<T> {
  const envelope = Envelope.safeParse(readJson(value));
  if (!envelope.success) throw new MessageError(`not a Daka CloudEvent: ${envelope.error.message}`);

  const { type, data, id, subject, streamseq, traceparent } = envelope.data;
  const definition = definitions.get(type);
  if (!definition || !eventsByTopic[topic].includes(definition)) {
    throw new MessageError(`type ${type} does not belong on ${topic}`);
  }
  const parsed = definition.data.safeParse(data);
  if (!parsed.success) throw new MessageError(`data of ${type} ${id}: ${parsed.error.message}`);
  return { topic, id, subject, streamseq, traceparent, message: { type, data: parsed.data } as MessageOn<T> };
}

export class MessageError extends Error {
  override name = 'MessageError';
}

function readJson(value: string | Buffer): unknown {
  try {
    return JSON.parse(value.toString());
  } catch {
    throw new MessageError('not JSON');
  }
}
