import * as z from 'zod';
import type { EventDefinition, Topic } from './define-event';
import { Envelope } from './envelope';
import { eventsByTopic } from './events';
import { topicRights } from './topic-rights';

type Json = Record<string, unknown>;

/**
 * The AsyncAPI 3.0 document of every topic: one channel a topic, one message an event,
 * payloads as CloudEvents whose `data` follows the event's schema.
 * @param exampleOf gives the example envelope of an event type.
 */
export function asyncApiDocument(version: string, exampleOf: (type: string) => unknown): Json {
  const topics = Object.entries(eventsByTopic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Daka events',
      version,
      description:
        'CloudEvents 1.0 in structured JSON mode; the Kafka key is the subject; streamseq is gapless per topic and subject.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(topics.map(([topic, definitions]) => [topic, channel(topic, definitions)])),
    operations: Object.fromEntries(topics.flatMap(([topic]) => operations(topic as Topic))), // it has no other keys
    components: {
      messages: Object.fromEntries(
        topics.flatMap(([, definitions]) =>
          definitions.map((definition) => [definition.type, message(definition, exampleOf(definition.type))]),
        ),
      ),
    },
  };
}

function channel(topic: string, definitions: readonly EventDefinition[]): Json {
  return {
    address: topic,
    messages: Object.fromEntries(definitions.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
  };
}

/** Who may do what with a topic; the broker refuses everybody else. */
function operations(topic: Topic): [string, Json][] {
  const { writtenBy, followedBy } = topicRights[topic];
  const channel = { $ref: `#/channels/${topic}` };
  const name = topic.replace(/\W/g, '_');
  return [
    [`publish_${name}`, { action: 'send', title: writtenBy, channel }],
    ...followedBy.map((party): [string, Json] => [
      `${party}_follows_${name}`,
      { action: 'receive', title: party, channel },
    ]),
  ];
}

function message(definition: EventDefinition, example: unknown): Json {
  const payload = Envelope.extend({ type: z.literal(definition.type), data: definition.data });
  return {
    name: definition.type,
    summary: definition.summary,
    bindings: { kafka: { key: { type: 'string', description: 'the subject' } } },
    payload: z.toJSONSchema(payload),
    examples: [{ payload: example }],
  };
}
