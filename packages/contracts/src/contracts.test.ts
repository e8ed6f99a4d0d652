import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import {
  Id,
  allEvents,
  allTopics,
  asyncApiDocument,
  eventsByTopic,
  MessageError,
  NewerMessageError,
  parseMessage,
} from './index';

const examplesDir = join(__dirname, '..', 'examples');
/** The example files as each release had them; a release is added, never changed. */
const fixturesDir = join(__dirname, '..', 'fixtures');
const example = (type: string) => JSON.parse(readFileSync(join(examplesDir, `${type}.json`), 'utf8'));

describe('every event', () => {
  it('has exactly one example file, and no example is left over', () => {
    const files = readdirSync(examplesDir).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual(allEvents.map(({ type }) => type).sort());
  });

  it.each(allEvents.map((definition) => [definition.type, definition] as const))(
    '%s parses its example',
    (type, { topic }) => {
      const received = parseMessage(topic, JSON.stringify(example(type)));
      expect(received).toMatchObject({ topic, type, data: example(type).data });
    },
  );

  it.each(allEvents.map((definition) => [definition.type, definition] as const))(
    '%s refuses a field it does not know',
    (type, { topic }) => {
      const changed = example(type);
      changed.data.surprise = true;
      expect(() => parseMessage(topic, JSON.stringify(changed))).toThrow(/surprise/);
    },
  );

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
    [
      'a negative amount',
      'payment.enrolment',
      JSON.stringify({ ...received(), data: { ...received().data, depositMinor: -1 } }),
    ],
    ['a sequence of zero', 'payment.enrolment', JSON.stringify({ ...received(), streamseq: 0 })],
  ] as const)('refuses %s', (_what, topic, value) => {
    expect(() => parseMessage(topic, value)).toThrow(MessageError);
    expect(() => parseMessage(topic, value)).not.toThrow(NewerMessageError);
  });

  it.each([
    ['a type that is not known yet', { type: 'payment.guessed.v1' }],
    ['a later version of a type', { type: 'payment.received.v2', data: { anything: 1 } }],
    ['a field that is not known yet', { data: { ...received().data, surprise: true } }],
  ])('tells %s from what is broken', (_what, more) => {
    const parse = () => parseMessage('payment.enrolment', JSON.stringify({ ...received(), ...more }));
    expect(parse).toThrow(NewerMessageError);
  });

  it.each([
    ["an unknown type that is not the topic's owner's", { type: 'checkin.guessed.v1' }],
    ['an unknown type from somebody else', { type: 'payment.guessed.v1', source: 'daka/checkin' }],
    ['an unknown field beside a broken one', { data: { ...received().data, surprise: true, depositMinor: -1 } }],
    ['an unknown field beside a missing one', { data: { surprise: true } }],
  ])('calls %s broken', (_what, more) => {
    const parse = () => parseMessage('payment.enrolment', JSON.stringify({ ...received(), ...more }));
    expect(parse).toThrow(MessageError);
    expect(parse).not.toThrow(NewerMessageError);
  });

  it('ignores attributes of the envelope that are not known yet', () => {
    const parsed = parseMessage(
      'payment.enrolment',
      JSON.stringify({ ...received(), partitionhint: 'a', tracestate: 'b' }),
    );
    expect(parsed).toEqual(parseMessage('payment.enrolment', JSON.stringify(received())));
    expect(parsed).not.toHaveProperty('partitionhint');
  });
});

describe('the events of every release', () => {
  const releases = readdirSync(fixturesDir).flatMap((release) =>
    readdirSync(join(fixturesDir, release)).map((file) => [release, file] as const),
  );

  it.each(releases)('%s: %s is read as it was', (release, file) => {
    const event = JSON.parse(readFileSync(join(fixturesDir, release, file), 'utf8'));
    const { topic } = allEvents.find(({ type }) => type === event.type)!;
    expect(parseMessage(topic, JSON.stringify(event))).toMatchObject({
      topic,
      type: event.type,
      subject: event.subject,
      streamseq: event.streamseq,
      data: event.data,
    });
  });

  it('has kept the first one', () => {
    expect(releases.filter(([release]) => release === '0.1.0')).toHaveLength(32);
  });
});

it('the schemas in AsyncAPI accept the examples and refuse a broken one', () => {
  const document = asyncApiDocument('1.0.0', example) as {
    components: { messages: Record<string, { payload: object }> };
  };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [type, { payload }] of Object.entries(document.components.messages)) {
    const accepts = ajv.compile(payload);
    expect({ type, ok: accepts(example(type)), errors: accepts.errors }).toEqual({ type, ok: true, errors: null });
    expect(accepts({ ...example(type), data: {} })).toBe(false);
  }
});

it('takes ids in any case and keeps them in one', () => {
  const id = '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a01';
  expect([Id.parse(id.toUpperCase()), Id.safeParse(`${id}0`).success]).toEqual([id, false]);
});
