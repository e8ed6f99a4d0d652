import type { MongoConnection } from '@daka/service-kit';
import type { Organisation, Organisations } from '../../ports';

type StoredOrganisation = Omit<Organisation, 'id'> & { _id: string };

export async function createOrganisations({ connection }: MongoConnection): Promise<Organisations> {
  const organisations = connection.collection<StoredOrganisation>('organisations');
  await organisations.createIndex({ ownerId: 1, _id: 1 });
  return {
    async add({ id, ...organisation }) {
      await organisations.insertOne({ _id: id, ...organisation });
    },
    async load(id) {
      const stored = await organisations.findOne({ _id: id });
      return stored && fromStored(stored);
    },
    async ownedBy(ownerId, { afterId, limit }) {
      const after = afterId === undefined ? {} : { _id: { $gt: afterId } };
      return (await organisations.find({ ownerId, ...after }).sort({ _id: 1 }).limit(limit).toArray()).map(fromStored);
    },
  };
}

function fromStored({ _id: id, ...organisation }: StoredOrganisation): Organisation {
  return { id, ...organisation };
}
