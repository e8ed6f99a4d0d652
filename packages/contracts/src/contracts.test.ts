import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { allEvents, allTopics, asyncApiDocument, eventsByTopic, MessageError, parseMessage } from './index';

const examplesDir = join(__dirname, '..', 'examples');
const example = (type: string) => JSON.parse(readFileSync(join(examplesDir, `${type}.json`), 'utf8'));

describe('every event', () => {
  it('has exactly one example file, and no example is left over', () => {
    const files = readdirSync(examplesDir).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual(allEvents.map(({ type }) => type).sort());
  });

  it.each(allEvents.map((definition) => [definition.type, definition] as const))('%s parses its example', (type, { topic }) => {
    const received = parseMessage(topic, JSON.stringify(example(type)));
    expect(received.message).toEqual({ type, data: example(type).data });
  });

  it.each(allEvents.map((definition) => [definition.type, definition] as const))('%s refuses a field it does not know', (type, { topic }) => {
    const changed = example(type);
    changed.data.surprise = true;
    expect(() => parseMessage(topic, JSON.stringify(changed))).toThrow(/surprise/);
  });

  it('has a type of its own, ends in a version and stays on its topic', () => {
    expect(new Set(allEvents.map(({ type }) => type)).size).toBe(allEvents.length);
    for (const topic of allTopics) {
      for (const definition of eventsByTopic[topic]) {
        expect(definition).toMatchObject({ topic, type: expect.stringMatching(/\.v[1-9]\d*$/) });
      }
    }
  });
});

describe('parseMessage', () => {
  const received = () => example('payment.received.v1');

  it.each([
    ['not JSON', 'payment.enrolment', '{'],
    ['an envelope without a subject', 'payment.enrolment', JSON.stringify({ ...received(), subject: undefined })],
    ['a type of another topic', 'checkin.enrolment', JSON.stringify(received())],
    ['an unknown type', 'payment.enrolment', JSON.stringify({ ...received(), type: 'payment.guessed.v1' })],
    ['a negative amount', 'payment.enrolment', JSON.stringify({ ...received(), data: { ...received().data, depositMinor: -1 } })],
    ['a sequence of zero', 'payment.enrolment', JSON.stringify({ ...received(), streamseq: 0 })],
  ] as const)('refuses %s', (_what, topic, value) => {
    expect(() => parseMessage(topic, value)).toThrow(MessageError);
  });
});

it('the schemas in AsyncAPI accept the examples and refuse a broken one', () => {
  
  const document = asyncApiDocument('1.0.0', example) as { components: { messages: Record<string, { payload: object }> } };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [type, { payload }] of Object.entries(document.components.messages)) {
    const accepts = ajv.compile(payload);
    expect({ type, ok: accepts(example(type)), errors: accepts.errors }).toEqual({ type, ok: true, errors: null });
    expect(accepts({ ...example(type), data: {} })).toBe(false);
  }
});
