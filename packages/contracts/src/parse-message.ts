import type { z } from 'zod';
import type { EventDefinition, Topic } from './define-event';
import { Envelope } from './envelope';
import { type EventType, eventsByTopic, type MessageOn } from './events';

/** Where a message stands: the stream of one subject on one topic, counted by `streamseq` from 1. */
interface Place {
  id: string;
  subject: string;
  streamseq: number;
  traceparent?: string;
}

type Placed<T extends Topic, Message> = Message extends { type: string; data: unknown }
  ? Place & { topic: T; type: Message['type']; data: Message['data'] }
  : never;

/** A message as a consumer sees it: a union over topic and type, so that who looks at `type` knows what `data` is. */
export type Received<T extends Topic = Topic> = { [K in T]: Placed<K, MessageOn<K>> }[T];

/** The message of one type as a consumer sees it. */
export type ReceivedOf<Type extends EventType> = Extract<Received, { type: Type }>;

/** What a process knows about messages. */
export interface Contracts {
  readonly events: readonly EventDefinition[];
  /**
   * Parses one Kafka record's value. Attributes of the envelope that are not known are left out, as CloudEvents asks for.
   * @throws NewerMessageError when a newer producer says more than these contracts know: a type or a field.
   * @throws MessageError when it is no CloudEvent, on the wrong topic or with data that break the schema.
   */
  parse<T extends Topic>(topic: T, value: string | Buffer): Received<T>;
}

/** The contracts of a set of events; those of this build are `contracts`. */
export function createContracts(events: Readonly<Record<Topic, readonly EventDefinition[]>>): Contracts {
  const definitions = Object.values(events).flat();
  const definitionOf = new Map(definitions.map((definition) => [definition.type, definition]));

  return {
    events: definitions,
    parse<T extends Topic>(topic: T, value: string | Buffer): Received<T> {
      const envelope = Envelope.safeParse(readJson(value));
      if (!envelope.success) throw new MessageError(`not a Daka CloudEvent: ${envelope.error.message}`);

      const { type, data, id, subject, streamseq, traceparent } = envelope.data;
      const definition = definitionOf.get(type);
      if (!definition && isSaidByOwner(topic, envelope.data)) throw new NewerMessageError(`type ${type} is not known`);
      if (definition?.topic !== topic) throw new MessageError(`type ${type} does not belong on ${topic}`);
      const parsed = definition.data.safeParse(data);
      if (!parsed.success) {
        const Failure = parsed.error.issues.every(isUnknownField) ? NewerMessageError : MessageError;
        throw new Failure(`data of ${type} ${id}: ${parsed.error.message}`);
      }
      // What the definition of this type has parsed on its own topic; the compiler cannot follow a look-up by name.
      return { topic, id, subject, streamseq, traceparent, type, data: parsed.data } as unknown as Received<T>;
    },
  };
}

/** The contracts that this process was built with. */
export const contracts = createContracts(eventsByTopic);

/** Parses by the contracts of this build; see `Contracts`. */
export const parseMessage: Contracts['parse'] = contracts.parse;

export class MessageError extends Error {
  override name = 'MessageError';
}

/** A message that is well formed and says more than is known here; an upgrade will understand it. */
export class NewerMessageError extends MessageError {
  override name = 'NewerMessageError';
}

/** A topic has one producer, its service, and every type that it says bears its name. */
function isSaidByOwner(topic: Topic, { type, source }: Envelope): boolean {
  const [owner = ''] = topic.split('.');
  return source === `daka/${owner}` && type.startsWith(`${owner}.`);
}

function isUnknownField(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.some((issues) => issues.every(isUnknownField));
  return issue.code === 'unrecognized_keys';
}

function readJson(value: string | Buffer): unknown {
  try {
    return JSON.parse(value.toString());
  } catch {
    throw new MessageError('not JSON');
  }
}
