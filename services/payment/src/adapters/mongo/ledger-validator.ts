import type { MongoConnection } from '@daka/service-kit';
import { ACCOUNTS } from '../../domain/ledger/accounts';

export const LEDGER = 'ledger_entries';
/** Documents of one answer while all are read: left to itself, MongoDB sends 16 MB at a time, and they grow to many times that in memory. */
export const BATCH = 500;

/** Without the bar that parts the fields in an _id. */
const text = { bsonType: 'string', pattern: '^[^|]+$' };
/** Integers only, whatever number type the driver chose for them. */
const integer = {
  bsonType: 'number',
  multipleOf: 1,
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};
const hash = { bsonType: 'string', pattern: '^[0-9a-f]{64}$' };
const exactly = (properties: Record<string, object>) => ({
  bsonType: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const wholeText = (field: string) => ({
  $toString: { $convert: { input: field, to: 'long', onError: null, onNull: null } },
});
const joined = (input: string, ...parts: unknown[]) => ({
  $reduce: { input, initialValue: '', in: { $concat: ['$$value', ...parts, ';'] } },
});

/** The same line as `entryId` in the domain, in the database's words. */
const spelledOut = {
  $concat: [
    '$book',
    '|',
    wholeText('$seq'),
    '|',
    '$cohortId',
    '|',
    '$currency',
    '|',
    '$kind',
    '|',
    wholeText('$atMs'),
    '|',
    { $ifNull: ['$period', ''] },
    '|',
    { $ifNull: ['$source', ''] },
    '|',
    joined('$lines', '$$this.account', '=', wholeText('$$this.amountMinor')),
    '|',
    {
      $cond: [
        { $isArray: '$days' },
        {
          $concat: [
            '[',
            joined(
              '$days',
              '$$this.day',
              ',',
              '$$this.kind',
              ',',
              wholeText('$$this.position'),
              ',',
              wholeText('$$this.weight'),
            ),
          ],
        },
        '',
      ],
    },
    '|',
    '$previousHash',
    '|',
    '$hash',
    '|',
    '$cause',
  ],
};

/**
 * The last guard below all code: no entry that does not balance, is not in integers, lacks its link or is not what its _id says.
 * The last also refuses every later change, since no write alters an _id: entries from before that rule cannot be changed either.
 * (A stamp that must equal $$NOW would not do: MongoDB does not evaluate it anew in a validator, and a rewriter could write it too.)
 */
const validator = {
  $and: [
    {
      $jsonSchema: {
        bsonType: 'object',
        additionalProperties: false,
        required: [
          '_id',
          'book',
          'cohortId',
          'currency',
          'seq',
          'cause',
          'kind',
          'atMs',
          'lines',
          'previousHash',
          'hash',
        ],
        properties: {
          _id: { bsonType: 'string' },
          book: text,
          cohortId: text,
          cause: { bsonType: 'string', minLength: 1 },
          kind: text,
          period: text,
          source: text,
          previousHash: hash,
          hash,
          currency: { bsonType: 'string', pattern: '^[A-Z]{3}$' },
          seq: { ...integer, minimum: 1 },
          atMs: integer,
          lines: {
            bsonType: 'array',
            minItems: 2,
            maxItems: 10,
            items: exactly({ account: { enum: [...ACCOUNTS] }, amountMinor: { ...integer, not: { enum: [0] } } }),
          },
          days: { bsonType: 'array', items: exactly({ day: text, kind: text, position: integer, weight: integer }) },
        },
      },
    },
    { $expr: { $eq: [{ $sum: '$lines.amountMinor' }, 0] } },
    { $expr: { $eq: ['$_id', spelledOut] } },
  ],
};

/** Makes the journal's collection with its validator and indexes; safe to run at every start. */
export async function ensureLedger({ connection }: MongoConnection): Promise<void> {
  const { db } = connection;
  if (!db) throw new Error('the ledger needs an open connection');
  const rules = { validator, validationLevel: 'strict', validationAction: 'error' } as const;
  const isThere = (await db.listCollections({ name: LEDGER }, { nameOnly: true }).toArray()).length > 0;
  if (isThere) await db.command({ collMod: LEDGER, ...rules });
  else await db.createCollection(LEDGER, rules).catch(ignoreExisting);
  const entries = connection.collection(LEDGER);
  await entries.createIndex({ book: 1, seq: 1 }, { unique: true });
  // The same cause is never posted twice.
  await entries.createIndex({ book: 1, cause: 1 }, { unique: true });
  await entries.createIndex({ cohortId: 1 });
  await entries.createIndex({ source: 1, kind: 1 });
}

/** Another instance was faster. */
function ignoreExisting(error: { codeName?: string }): void {
  if (error.codeName !== 'NamespaceExists') throw error;
}
