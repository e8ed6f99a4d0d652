import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudEvent, HTTP } from 'cloudevents';

const dir = join(__dirname, '..', 'examples');
const examples = readdirSync(dir).map((file) => [file, JSON.parse(readFileSync(join(dir, file), 'utf8'))] as const);
const CONTENT_TYPE = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

/** As the SDK of CloudEvents reads it in structured mode; @throws what its strict validation finds. */
function readBySdk(envelope: object) {
  // Reading mends a wrong time and a missing id; the constructor, when told to be strict, does not mend the time.
  new CloudEvent(envelope, true).validate();
  const event = HTTP.toEvent({ headers: CONTENT_TYPE, body: JSON.stringify(envelope) });
  if (Array.isArray(event)) throw new Error('a batch');
  return event;
}

it.each(examples)('%s is an event to the SDK of CloudEvents', (_file, example) => {
  expect(JSON.parse(JSON.stringify(readBySdk(example)))).toEqual({
    ...example,
    time: new Date(example.time).toISOString(),
  });
});

it.each([
  ['no source', { source: undefined }],
  ['an empty type', { type: '' }],
  ['a time in words', { time: 'yesterday' }],
  ['an extension with capitals', { streamSeq: 1 }],
])('an event with %s is none', (_what, change) => {
  expect(() => readBySdk({ ...examples[0]?.[1], ...change })).toThrow(/^invalid (payload|extension name)/);
});
