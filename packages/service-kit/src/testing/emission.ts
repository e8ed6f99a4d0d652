import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsByTopic, type Outbound, type Topic } from '@daka/contracts';

const examples = join(__dirname, '../../../contracts/examples');

/**
 * Fails unless a producer's messages cover every type of a topic, each valid by its contract and in the shape of its example file:
 * the same fields, nested ones too, so that the example shows what is really said.
 */
export function expectEmitted<T extends Topic>(topic: T, messages: readonly Outbound<T>[]): void {
  expect([...new Set(messages.map(({ type }) => String(type)))].sort()).toEqual(typesOn(topic));
  for (const { type, data } of messages) {
    const definition = eventsByTopic[topic].find((candidate) => candidate.type === type);
    expect({ type, problem: definition?.data.safeParse(data).error?.message }).toEqual({ type, problem: undefined });
    expect({ type, fields: fieldsOf(data) }).toEqual({ type, fields: fieldsOf(exampleOf(type)) });
  }
}

function typesOn(topic: Topic): string[] {
  return eventsByTopic[topic].map(({ type }) => type).sort();
}

function exampleOf(type: string): unknown {
  const { data } = JSON.parse(readFileSync(join(examples, `${type}.json`), 'utf8')) as { data: unknown };
  return data;
}

/** Paths of all fields; items of a list count as one, what they have in common as fields of it. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => fieldsOf(item, `${path}[]`)))].sort();
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .flatMap(([key, part]) => [`${path}.${key}`, ...fieldsOf(part, `${path}.${key}`)])
    .sort();
}
