import { array, assert, asyncProperty, constantFrom, dictionary, integer, letrec, oneof, tuple } from 'fast-check';
import { changedFields } from './changed-fields';
import { openTestMongo } from './jar.fixture';
import type { MongoConnection } from './types';

const of = (before: Record<string, unknown>, next: Record<string, unknown>) => {
  const { $set, $unset, $push } = changedFields(before, next);
  return {
    ...(Object.keys($set).length && { $set }),
    ...(Object.keys($unset).length && { $unset }),
    ...(Object.keys($push).length && { $push }),
  };
};
const entry = (day: number) => ({ day });
const entries = [entry(1), entry(2)];

it.each([
  ['nothing', { a: 1, b: { c: null } }, { a: 1, b: { c: null } }, {}],
  ['a nested field', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { $set: { 'a.c': 3 } }],
  ['a new field', { a: {} }, { a: { b: 1 } }, { $set: { 'a.b': 1 } }],
  ['a field that is gone', { a: { b: 1, c: undefined } }, { a: { b: undefined } }, { $unset: { 'a.b': '' } }],
  [
    'an array that grew',
    { a: { entries } },
    { a: { entries: [...entries, entry(3), entry(4)] } },
    { $push: { 'a.entries': { $each: [entry(3), entry(4)] } } },
  ],
  [
    'an array with another beginning',
    { entries },
    { entries: [entry(0), ...entries] },
    { $set: { entries: [entry(0), ...entries] } },
  ],
  ['an array that shrank', { entries }, { entries: [entries[0]] }, { $set: { entries: [entries[0]] } }],
  ['null and an object', { a: null, b: { c: 1 } }, { a: { d: 1 }, b: null }, { $set: { a: { d: 1 }, b: null } }],
  ['keys that no path can name', { a: { 'x.y': 1 } }, { a: { 'x.y': 2 } }, { $set: { a: { 'x.y': 2 } } }],
  ['dates, as a whole', { a: new Date(1) }, { a: new Date(2) }, { $set: { a: new Date(2) } }],
])('writes %s', (_, before, next, expected) => {
  expect(of(before, next)).toEqual(expected);
});

describe('on the server', () => {
  let mongo: MongoConnection;
  beforeAll(async () => {
    mongo = await openTestMongo();
  });
  afterAll(() => mongo.stop());

  const key = constantFrom('a', 'b', 'payment/enrolment', '0', 'x.y', '$z');
  const json = letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
    value: oneof(
      { maxDepth: 4 },
      integer(),
      constantFrom(null, 'text', undefined, true),
      array(tie('value'), { maxLength: 3 }),
      tie('object'),
    ),
    object: dictionary(key, tie('value'), { maxKeys: 4 }),
  }));
  /** The second keeps some parts of the first, as the same objects. */
  const versions = tuple(json.object, json.object, array(json.value, { minLength: 1, maxLength: 2 })).map(
    ([before, other, more]) => {
      const grown = Object.fromEntries(
        Object.entries(before).map(([name, value]) => [
          name,
          Array.isArray(value) ? [...(value as unknown[]), ...more] : value,
        ]),
      );
      return { before, next: { ...grown, ...other } };
    },
  );

  it('leads from any version to any other', async () => {
    const documents = mongo.connection.collection('versions');
    const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    await assert(
      asyncProperty(versions, async ({ before, next }) => {
        await documents.replaceOne({ _id: 'one' } as object, { state: before }, { upsert: true });
        const update = of({ state: before }, { state: next });
        if (Object.keys(update).length > 0) await documents.updateOne({ _id: 'one' } as object, update as object);
        const stored = await documents.findOne({ _id: 'one' } as object, { projection: { _id: 0 } });
        expect(withoutUndefined(stored)).toEqual(withoutUndefined({ state: next }));
      }),
      { numRuns: 500 },
    );
  });
});
