import type { Mutant } from './mutant';

const kit = (file: string) => `packages/service-kit/src/${file}`;
const storeTests = [kit('mongo/aggregate-store.test.ts'), kit('mongo/copy-store.test.ts')];

/** Bugs in what every service stands on: stores, streams, keys, tokens. */
export const kitMutants: readonly Mutant[] = [
  {
    name: 'no-gap-check', bug: 'a message that came too early is applied',
    file: kit('mongo/document.ts'), find: "return received.streamseq === applied + 1 ? 'next' : 'gap';", replace: "return 'next';",
    tests: storeTests,
  },
  {
    name: 'no-duplicate-check', bug: 'a message that comes again is applied again',
    file: kit('mongo/document.ts'), find: "if (received.streamseq <= applied) return 'duplicate';", replace: '',
    tests: storeTests,
  },
  {
    name: 'unguarded-write', bug: 'a write does not look whether somebody else wrote meanwhile',
    file: kit('mongo/guarded-write.ts'), find: 'filter: { _id: id, version: before.version }', replace: 'filter: { _id: id }',
    tests: storeTests,
  },
  {
    name: 'group-without-look', bug: 'many documents are written at once although somebody else was faster at one',
    file: kit('mongo/transaction.ts'), find: 'if (insertedCount + matchedCount !== group.length) throw new VersionClash();', replace: '',
    tests: storeTests,
  },
  {
    name: 'early-acknowledgement', bug: 'offsets are committed before the messages are worked on',
    file: kit('kafka/batch.ts'), find: 'const beat = setInterval', replace: 'offsets.settled(batch.topic, batch.partition, batch.lastOffset());\n    const beat = setInterval',
    tests: [kit('kafka/consumer.test.ts')],
  },
  {
    name: 'cleared-unsent', bug: 'events leave the outbox although Kafka did not take them',
    file: kit('kafka/relay.ts'), find: 'await sendOnce(pending);', replace: 'await sendOnce(pending).catch(() => undefined);',
    tests: [kit('kafka/relay.test.ts')],
  },
  {
    name: 'cleared-unseen', bug: 'an outbox is emptied although not everything in it was sent',
    file: kit('kafka/outbox.ts'), find: 'outbox: { $size: ids.length }, ', replace: '',
    tests: [kit('kafka/relay.test.ts')],
  },
  {
    name: 'one-field-too-few', bug: 'a field that is gone stays stored',
    file: kit('mongo/changed-fields.ts'), find: "if (before[key] !== undefined && next[key] === undefined) changes.$unset[prefix + key] = '';", replace: 'void key;',
    tests: [kit('mongo/changed-fields.test.ts')],
  },
  {
    name: 'outbox-forgotten', bug: 'a change is written without its events',
    file: kit('mongo/take-steps.ts'), find: '...outbox],', replace: '],',
    tests: storeTests,
  },
  {
    name: 'key-for-any-body', bug: 'an Idempotency-Key answers another body as if it were the same',
    file: kit('http/answer-once.ts'), find: 'requestHash([req.params, query, body])', replace: 'requestHash([req.params, query])',
    tests: [kit('http/idempotency.test.ts'), kit('http/app.test.ts')],
  },
  {
    name: 'key-for-any-user', bug: 'one user is answered with what another was told',
    file: kit('http/answer-once.ts'), find: 'scope: `${user?.id} ${name}`', replace: 'scope: name',
    tests: [kit('http/idempotency.test.ts'), kit('http/app.test.ts')],
  },
];
