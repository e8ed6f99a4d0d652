import { randomUUID } from 'node:crypto';
import { toHex } from '@daka/proof';
import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { ProofDay } from '../../domain/proof/assemble';
import type { ProofRun } from '../../ports';
import { markProven } from './decisions';
import { leavesOf } from './proof-leaves';
import { KEPT_FROM_LEVEL, packed, partsOf, type StoredPart } from './proof-parts';

/** Parts in one write: about 300 kB. */
const PARTS_A_WRITE = 8;

export interface StoredDay extends ProofDay {
  _id: string;
  run: string;
}
interface StoredNode {
  _id: string;
  sumMinor: number;
  hash: string;
}
interface StoredRun {
  _id: string;
  organisationId: string;
  day: string;
}
interface StoredCursor {
  _id: string;
  day: string;
}

export function collectionsOf({ connection }: MongoConnection) {
  return {
    days: connection.collection<StoredDay>('proof_days'),
    nodes: connection.collection<StoredNode>('proof_nodes'),
    runs: connection.collection<StoredRun>('proof_runs'),
    cursors: connection.collection<StoredCursor>('proof_cursors'),
  };
}

export const nodeId = (run: string, currency: string, level: number, index: number) =>
  `${run}:${currency}:${level}:${index}`;

/**
 * Starts the proof of a day under a name of its own. Its leaves count only once a day names the run; what a crash or a
 * slower instance left behind is swept by the next run of the organisation.
 */
export async function beginRun(mongo: MongoConnection, organisationId: string, day: string): Promise<ProofRun> {
  const { nodes, runs } = collectionsOf(mongo);
  await sweep(mongo, organisationId, day);
  const run = randomUUID();
  await runs.insertOne({ _id: run, organisationId, day });
  let newParts: StoredPart[] = [];
  let newNodes: StoredNode[] = [];
  /** One write is under way while the next books are read; never more. */
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const [partsNow, nodesNow] = [newParts, newNodes];
    newParts = [];
    newNodes = [];
    if (partsNow.length > 0) await partsOf(mongo).insertMany(partsNow, { ordered: false });
    if (nodesNow.length > 0) await nodes.insertMany(nodesNow, { ordered: false });
  }

  return {
    keepPart: (currency, part) => void newParts.push(packed(run, currency, part)),
    keepNode(currency, level, index, { sumMinor, hash }) {
      if (level >= KEPT_FROM_LEVEL)
        newNodes.push({ _id: nodeId(run, currency, level, index), sumMinor, hash: toHex(hash) });
    },
    async relieve() {
      if (newParts.length < PARTS_A_WRITE) return;
      await writing;
      writing = write();
      writing.catch(() => undefined); // whoever waits for it next is told
    },
    async publish(days) {
      await writing;
      await write();
      return commit(mongo, { organisationId, day, run }, days);
    },
    async drop() {
      await writing.catch(() => undefined);
      await dropRun(mongo, run);
    },
  };
}

/** The days of all currencies, and the cursor, in one transaction. The cursor moves by one writer only. */
async function commit(
  { connection, ...mongo }: MongoConnection,
  { organisationId, day, run }: { organisationId: string; day: string; run: string },
  proven: readonly ProofDay[],
): Promise<boolean> {
  const { days, cursors } = collectionsOf({ connection, ...mongo });
  const session = await connection.startSession();
  try {
    await session.withTransaction(async () => {
      const documents = proven.map((one) => ({ _id: `${organisationId}:${one.currency}:${day}`, run, ...one }));
      if (documents.length > 0) await days.insertMany(documents, { session });
      await markProven(
        { connection },
        proven.flatMap(({ decisions = [] }) => decisions),
        session,
      );
      // With a cursor at or beyond this day the upsert meets the existing one: a duplicate key, which aborts everything.
      await cursors.updateOne({ _id: organisationId, day: { $lt: day } }, { $set: { day } }, { session, upsert: true });
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  } finally {
    await session.endSession();
  }
}

/** A run for a day that is over by now (the cursor has passed it) and is not the one that its day names can never be published. */
async function sweep(mongo: MongoConnection, organisationId: string, beforeDay: string): Promise<void> {
  const { days, runs } = collectionsOf(mongo);
  for (const { _id } of await runs
    .find({ organisationId, day: { $lt: beforeDay } })
    .limit(100)
    .toArray()) {
    if (await days.findOne({ organisationId, run: _id }, { projection: { _id: 1 } })) await runs.deleteOne({ _id });
    else await dropRun(mongo, _id);
  }
}

async function dropRun(mongo: MongoConnection, run: string): Promise<void> {
  const { nodes, runs } = collectionsOf(mongo);
  const ofRun = { _id: { $gte: `${run}:`, $lt: `${run};` } };
  await Promise.all([partsOf(mongo).deleteMany(ofRun), leavesOf(mongo).deleteMany(ofRun), nodes.deleteMany(ofRun)]);
  await runs.deleteOne({ _id: run });
}
