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

type StoredOrganisation = Omit<Organisation, 'id'> & { _id: string; /** Others know of it. */ isTold?: true };

export async function createOrganisations(mongo: MongoConnection, clock: Clock) {
  const { connection } = mongo;
  const store = createAggregateStore<Founding, FoundingEvent, 'membership.organisation'>({
    mongo,
    clock,
    name: 'foundings',
    evolve: evolveFounding,
    publishes: ['membership.organisation'],
    publish: foundingMessages,
  });
  const organisations = connection.collection<StoredOrganisation>('organisations');
  await organisations.createIndex({ ownerId: 1, _id: 1 });
  await organisations.createIndex({ isTold: 1 });
  // The page of a cohort that many look at asks for one name; a list asks for few.
  const nameOf = createRecent(
    createReadTogether((ids) => organisations.find({ _id: { $in: [...ids] } }, { projection: { name: 1 } }).toArray()),
  );
  async function tell({ id, ownerId }: Organisation): Promise<void> {
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
    async names(ids) {
      const found = await Promise.all([...new Set(ids)].map(nameOf));
      return new Map(found.flatMap((named) => (named ? [[named._id, named.name] as const] : [])));
    },
  };
  return { organisations: found, store };
}

function fromStored({ _id: id, name, ownerId }: StoredOrganisation): Organisation {
  return { id, name, ownerId };
}
