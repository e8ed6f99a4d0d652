import { createReadTogether, createRecent, type MongoConnection } from '@daka/service-kit';
import type { Organisation, Organisations } from '../../ports';

type StoredOrganisation = Omit<Organisation, 'id'> & { _id: string };

export async function createOrganisations({ connection }: MongoConnection): Promise<Organisations> {
  const organisations = connection.collection<StoredOrganisation>('organisations');
  await organisations.createIndex({ ownerId: 1, _id: 1 });
  // The page of a cohort that many look at asks for one name; a list asks for few.
  const nameOf = createRecent(
    createReadTogether((ids) => organisations.find({ _id: { $in: [...ids] } }, { projection: { name: 1 } }).toArray()),
  );
  return {
    async add({ id, ...organisation }) {
      await organisations.insertOne({ _id: id, ...organisation });
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
}

function fromStored({ _id: id, ...organisation }: StoredOrganisation): Organisation {
  return { id, ...organisation };
}
