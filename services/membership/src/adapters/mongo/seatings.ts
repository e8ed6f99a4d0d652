import { createAggregateStore, createReadTogether, type MongoConnection } from '@daka/service-kit';
import { evolveSeating, freeSeats, type Seating, type SeatingEvent } from '../../domain/seating';
import type { SeatCounts, Seatings } from '../../ports';

/** What queries see of a stored seating. */
interface StoredSeating {
  _id: string;
  state: Pick<Seating, 'capacity' | 'admitted' | 'holds' | 'lastNumber' | 'unfollowed'>;
}
type Stored = ReturnType<typeof storedIn>;

/** One document per cohort; of its members, who may be ten thousand, only those that a decision names are read and written. */
export async function createSeatings(mongo: MongoConnection): Promise<Seatings> {
  const store = createAggregateStore<Seating, SeatingEvent, never>({
    mongo,
    name: 'seatings',
    evolve: evolveSeating,
    publishes: [],
    publish: () => [],
    apart: 'members',
    indexes: [[{ 'state.holds.expiresAtMs': 1 }], [{ 'state.unfollowed.revision': 1 }]],
  });
  await bringUnderTheStore(mongo);
  return { load: store.load, change: store.change, ...createQueries(storedIn(mongo)) };
}

function storedIn({ connection }: MongoConnection) {
  return connection.collection<StoredSeating>('seatings');
}

function createQueries(collection: Stored): Omit<Seatings, 'load' | 'change'> {
  const counts = { 'state.capacity': 1, 'state.admitted': 1, 'state.holds': 1, 'state.lastNumber': 1 } as const;
  const findCounts = (ids: readonly string[]) =>
    collection.find({ _id: { $in: [...ids] } }, { projection: counts }).toArray();
  const countsOf = createReadTogether(findCounts);

  return {
    // Beside the version: only the end of the list is ever decided on, and that is left alone.
    async followed(cohortId, enrolmentId, revision) {
      const known = { enrolmentId: { $eq: enrolmentId }, revision: { $lte: revision } };
      await collection.updateOne(
        { _id: cohortId, 'state.unfollowed': { $elemMatch: known } },
        { $pull: { 'state.unfollowed': known } },
      );
    },
    async withExpiredHolds(nowMs, limit) {
      const due = { 'state.holds.expiresAtMs': { $lte: nowMs } };
      const found = await collection
        .find(due, { projection: { _id: 1 } })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },
    async unfollowed(limit) {
      const behind = { 'state.unfollowed.revision': { $gt: 0 } };
      const found = await collection
        .find(behind, { projection: { 'state.unfollowed': 1 } })
        .limit(limit)
        .toArray();
      return found.flatMap(followersOf).slice(0, limit);
    },
    async countsIn(cohortId) {
      const found = await countsOf(cohortId);
      return found && countsFrom(found);
    },
    async counts(cohortIds) {
      return new Map((await findCounts(cohortIds)).map((found) => [found._id, countsFrom(found)]));
    },
  };
}

function countsFrom({ state }: StoredSeating): SeatCounts {
  return { free: freeSeats(state), numbersGiven: state.lastNumber };
}

function followersOf({ _id: cohortId, state }: StoredSeating): { cohortId: string; enrolmentId: string }[] {
  return [...new Set(state.unfollowed.map(({ enrolmentId }) => enrolmentId))].map((enrolmentId) => ({
    cohortId,
    enrolmentId,
  }));
}

/** Seatings were documents of another shape before the store had them: their fields move into its `state`, once. */
async function bringUnderTheStore({ connection }: MongoConnection): Promise<void> {
  const older = connection.collection('seatings');
  const state = { $unsetField: { field: 'nextExpiryAtMs', input: { $unsetField: { field: '_id', input: '$$ROOT' } } } };
  await older.updateMany({ version: { $exists: false } }, [
    { $replaceWith: { _id: '$_id', version: 1, seq: {}, state, last: {}, outbox: [] } },
  ]);
}
