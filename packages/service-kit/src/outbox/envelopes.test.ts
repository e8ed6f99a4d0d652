import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allEvents } from '@daka/contracts';
import { CloudEvent, HTTP } from 'cloudevents';
import { envelopes } from './envelopes';

const AT_MS = Date.UTC(2026, 1, 20, 2, 4, 30);
const CONTENT_TYPE = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
const dataOf = (type: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../contracts/examples', `${type}.json`), 'utf8')).data;

it.each(allEvents.map((definition) => [definition.type, definition] as const))(
  '%s leaves as an event that the SDK of CloudEvents reads',
  (type, { topic }) => {
    const data = dataOf(type);
    const { outbox } = envelopes('enrolment-1', [{ topic, type, data }], { [topic.replace('.', '/')]: 6 }, AT_MS);

    const event = HTTP.toEvent({ headers: CONTENT_TYPE, body: outbox[0]?.value });
    expect(new CloudEvent(JSON.parse(outbox[0]?.value ?? ''), true).validate()).toBe(true);
    expect(event).toMatchObject({ type, subject: 'enrolment-1', time: '2026-02-20T02:04:30.000Z', data, streamseq: 7 });
  },
);
