import {
  type Clock,
  createAggregateStore,
  createReadTogether,
  createRecent,
  type MongoConnection,
} from '@daka/service-kit';
import {
  evolveFounding,
  type Founding,
  type FoundingEvent,
  foundingMessages,
  tellFounding,
} from '../../domain/founding';
import type { Organisation, Organisations } from '../../ports';
import { withActs } from './audit-log';

type StoredOrganisation = Omit<Organisation, 'id' | 'requiresSecondFactor'> & {
  _id: string;
  /** Others know of it. */
  isTold?: true;
  /** Absent: it was founded before it could. */
  requiresSecondFactor?: boolean;
};

export async function createOrganisations(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Founding, FoundingEvent, 'membership.organisation'>({
    mongo,
    clock,
    name: 'foundings',
    evolve: evolveFounding,
    publishes: ['membership.organisation'],
    publish: foundingMessages,
  });
  const organisations = collectionOf(mongo);
  await organisations.createIndex({ ownerId: 1, _id: 1 });
  await organisations.createIndex({ isTold: 1 });
  // The page of a cohort that many look at asks for one name; a list asks for few.
  const nameOf = createRecent(
    createReadTogether((ids) => organisations.find({ _id: { $in: [...ids] } }, { projection: { name: 1 } }).toArray()),
  );
  async function tell({ id, ownerId }: Pick<Organisation, 'id' | 'ownerId'>): Promise<void> {
    await store.change(id, (founding) => tellFounding(founding, { organisationId: id, ownerId }));
    await organisations.updateOne({ _id: id }, { $set: { isTold: true } });
  }

  const found: Organisations = {
    tell,
    async untold(limit) {
      return (
        await organisations
          .find({ isTold: { $exists: false } })
          .limit(limit)
          .toArray()
      ).map(fromStored);
    },
    async add({ id, ...organisation }, entry) {
      await withActs(mongo, async (session) => {
        await organisations.insertOne({ _id: id, ...organisation }, { session });
        return { result: null, entries: [entry] };
      });
      await tell({ id, ...organisation });
    },
    async load(id) {
      const stored = await organisations.findOne({ _id: id });
      return stored && fromStored(stored);
    },
    async ownedBy(ownerId, { afterId, limit }) {
      const found = organisations.find({ ownerId, _id: { $gt: afterId } });
      return (await found.sort({ _id: 1 }).limit(limit).toArray()).map(fromStored);
    },
    ...requiringFactor(mongo, organisations),
    async names(ids) {
      const found = await Promise.all([...new Set(ids)].map(nameOf));
      return new Map(found.flatMap((named) => (named ? [[named._id, named.name] as const] : [])));
    },
  };
  return { organisations: found, store };
}

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredOrganisation>('organisations');

/** What an organisation requires of its staff. */
function requiringFactor(
  mongo: MongoConnection,
  organisations: ReturnType<typeof collectionOf>,
): Pick<Organisations, 'requiringFactor' | 'requireFactor'> {
  return {
    async requiringFactor(ids, ownerId) {
      const theirs = { $or: [{ _id: { $in: [...ids] } }, { ownerId }] };
      const requiring = organisations.find({ ...theirs, requiresSecondFactor: true }).sort({ _id: 1 });
      return (await requiring.toArray()).map(fromStored);
    },
    requireFactor: (id, isRequired, entry) =>
      withActs(mongo, async (session) => {
        const before = await organisations.findOneAndUpdate(
          { _id: id },
          { $set: { requiresSecondFactor: isRequired } },
          { session, returnDocument: 'before' },
        );
        if (before === null) return { result: null, entries: [] };
        const was = fromStored(before);
        const entries = was.requiresSecondFactor === isRequired ? [] : [entry];
        return { result: { ...was, requiresSecondFactor: isRequired }, entries };
      }),
  };
}

function fromStored({ _id: id, name, ownerId, requiresSecondFactor = false }: StoredOrganisation): Organisation {
  return { id, name, ownerId, requiresSecondFactor };
}
