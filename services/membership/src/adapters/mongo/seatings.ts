import { isRefused, type Refused } from '@daka/contracts';
import { ConflictError, createKeyedQueue, isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { evolveSeating, freeSeats, type Seating, type SeatingEvent } from '../../domain/seating';
import type { Seatings } from '../../ports';

/** `nextExpiryAtMs` is the earliest end of a hold, for the index. */
type StoredSeating = Seating & { _id: string; nextExpiryAtMs: number | null };
type Stored = ReturnType<typeof collectionOf>;
type Decide<R extends Refused> = (seating: Seating | null) => R | SeatingEvent[];

const MAX_TRIES = 20;
const MAX_PAUSE_MS = 100;
/** All but the members, who may be ten thousand. */
const LOADED = { _id: 0, status: 1, capacity: 1, enrolUntilMs: 1, groupSize: 1, admitted: 1, lastNumber: 1, holds: 1, waiting: 1, revision: 1, unfollowed: 1 } as const;

/** One document per cohort, written by targeted updates under its revision: a member's number is set once, the others are neither read nor sent. */
export async function createSeatings(mongo: MongoConnection): Promise<Seatings> {
  const collection = collectionOf(mongo);
  await Promise.all([
    collection.createIndex({ nextExpiryAtMs: 1 }, { partialFilterExpression: { nextExpiryAtMs: { $type: 'number' } } }),
    collection.createIndex({ 'unfollowed.revision': 1 }),
  ]);
  // Changes of one cohort take turns in this process; the revision decides between processes.
  const turns = createKeyedQueue();
  return {
    load: (cohortId, enrolmentIds) => load(collection, cohortId, enrolmentIds),
    change: (cohortId, enrolmentId, decide) => turns.run(cohortId, () => change(collection, cohortId, enrolmentId === null ? [] : [enrolmentId], decide)),
    ...createQueries(collection),
  };
}

function collectionOf({ connection }: MongoConnection) {
  return connection.collection<StoredSeating>('seatings');
}

function createQueries(collection: Stored): Omit<Seatings, 'load' | 'change'> {
  return {
    async followed(cohortId, enrolmentId, revision) {
      const known = { enrolmentId, revision: { $lte: revision } };
      await collection.updateOne({ _id: cohortId, unfollowed: { $elemMatch: known } }, { $pull: { unfollowed: known } } as object);
    },
    async withExpiredHolds(nowMs, limit) {
      const due = await collection.find({ nextExpiryAtMs: { $lte: nowMs } }, { projection: { _id: 1 } }).limit(limit).toArray();
      return due.map(({ _id }) => _id);
    },
    async unfollowed(limit) {
      const found = await collection.find({ 'unfollowed.revision': { $gt: 0 } }, { projection: { unfollowed: 1 } }).limit(limit).toArray();
      return found.flatMap(followersOf).slice(0, limit);
    },
    async freeSeats(cohortIds) {
      const projection = { capacity: 1, admitted: 1, holds: 1 };
      const found = await collection.find({ _id: { $in: [...cohortIds] } }, { projection }).toArray();
      return new Map(found.map(({ _id, ...seating }) => [_id, freeSeats(seating)]));
    },
  };
}

async function change<R extends Refused>(collection: Stored, cohortId: string, enrolmentIds: readonly string[], decide: Decide<R>): Promise<R | Seating | null> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const before = await load(collection, cohortId, enrolmentIds);
    const events = decide(before);
    if (isRefused(events)) return events;
    if (events.length === 0) return before;
    const after = events.reduce<Seating | null>(evolveSeating, before);
    if (after === null) throw new Error('events led to no seating');
    if (await write(collection, cohortId, before, after)) return after;
    await pause(tries);
  }
  throw new ConflictError(`the seating of ${cohortId} was changed by others ${MAX_TRIES} times in a row`);
}

async function load(collection: Stored, cohortId: string, enrolmentIds: readonly string[]): Promise<Seating | null> {
  const members = Object.fromEntries(enrolmentIds.map((id) => [`members.${id}`, 1 as const]));
  const found = await collection.findOne<Seating>({ _id: cohortId }, { projection: { ...LOADED, ...members } });
  return found && { ...found, members: found.members ?? {} };
}

/** Two instances in step would clash for ever; a random pause lets one of them pass. */
function pause(tries: number): Promise<void> {
  const atMostMs = Math.min(2 ** tries, MAX_PAUSE_MS);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * atMostMs));
}

/** False: somebody else wrote first. */
async function write(collection: Stored, cohortId: string, before: Seating | null, after: Seating): Promise<boolean> {
  if (before !== null) {
    const result = await collection.updateOne({ _id: cohortId, revision: before.revision }, differences(before, after));
    return result.matchedCount === 1;
  }
  try {
    await collection.insertOne({ _id: cohortId, ...after, nextExpiryAtMs: nextExpiry(after) });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function followersOf({ _id: cohortId, unfollowed }: StoredSeating): { cohortId: string; enrolmentId: string }[] {
  return [...new Set(unfollowed.map(({ enrolmentId }) => enrolmentId))].map((enrolmentId) => ({ cohortId, enrolmentId }));
}

/** Only what the events changed; names of other members and of other followers stay as they are. */
function differences(before: Seating, after: Seating): object {
  const { status, admitted, lastNumber, holds, waiting, revision } = after;
  const given = Object.entries(after.members).filter(([id, member]) => before.members[id] !== member);
  const taken = Object.keys(before.members).filter((id) => !(id in after.members));
  const touched = after.unfollowed.slice(before.unfollowed.length);
  return {
    $set: {
      status, admitted, lastNumber, holds, waiting, revision, nextExpiryAtMs: nextExpiry(after),
      ...Object.fromEntries(given.map(([id, member]) => [`members.${id}`, member])),
    },
    ...(taken.length > 0 ? { $unset: Object.fromEntries(taken.map((id) => [`members.${id}`, ''])) } : {}),
    ...(touched.length > 0 ? { $push: { unfollowed: { $each: touched } } } : {}),
  };
}

function nextExpiry({ holds }: Seating): number | null {
  return holds.length === 0 ? null : Math.min(...holds.map(({ expiresAtMs }) => expiresAtMs));
}
