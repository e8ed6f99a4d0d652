import type { MongoConnection } from '@daka/service-kit';
import { ACCOUNTS } from '../../domain/ledger/accounts';

export const LEDGER = 'ledger_entries';

const text = { bsonType: 'string', minLength: 1 };
/** Integers only, whatever number type the driver chose for them. */
const integer = { bsonType: 'number', multipleOf: 1, minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const hash = { bsonType: 'string', pattern: '^[0-9a-f]{64}$' };

/** The last guard below all code: no entry that does not balance, is not in integers or lacks its link. */
const validator = {
  $and: [
    {
      $jsonSchema: {
        bsonType: 'object',
        additionalProperties: false,
        required: ['_id', 'book', 'cohortId', 'currency', 'seq', 'cause', 'kind', 'atMs', 'lines', 'previousHash', 'hash'],
        properties: {
          _id: text, book: text, cohortId: text, cause: text, kind: text, period: text, source: text, previousHash: hash, hash,
          currency: { bsonType: 'string', pattern: '^[A-Z]{3}$' },
          seq: { ...integer, minimum: 1 },
          atMs: integer,
          lines: {
            bsonType: 'array', minItems: 2, maxItems: 10,
            items: {
              bsonType: 'object', additionalProperties: false, required: ['account', 'amountMinor'],
              properties: { account: { enum: [...ACCOUNTS] }, amountMinor: { ...integer, not: { enum: [0] } } },
            },
          },
          days: { bsonType: 'array', items: { bsonType: 'object' } },
        },
      },
    },
    { $expr: { $eq: [{ $sum: '$lines.amountMinor' }, 0] } },
    { $expr: { $eq: ['$_id', { $concat: ['$book', ':', '$cause'] }] } },
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
  await connection.collection(LEDGER).createIndex({ book: 1, seq: 1 }, { unique: true });
  await connection.collection(LEDGER).createIndex({ cohortId: 1 });
}

/** Another instance was faster. */
function ignoreExisting(error: { codeName?: string }): void {
  if (error.codeName !== 'NamespaceExists') throw error;
}
