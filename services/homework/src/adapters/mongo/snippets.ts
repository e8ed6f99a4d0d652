import type { MongoConnection } from '@daka/service-kit';
import type { Snippet, Snippets } from '../../ports';

const COLLECTION = 'snippets';

type StoredSnippet = Snippet & { _id: string };

/** Comments that a reviewer writes again and again, one document each; the id holds whose it is, so nobody reaches another's. */
export function createSnippets({ connection }: MongoConnection) {
  const documents = () => connection.collection<StoredSnippet>(COLLECTION);
  const idOf = ({ reviewerId, id }: Pick<Snippet, 'reviewerId' | 'id'>) => `${reviewerId}:${id}`;
  const adapter: Snippets = {
    of: (reviewerId, limit) =>
      documents()
        .find({ reviewerId }, { projection: { _id: 0 } })
        .sort({ savedAtMs: -1, id: 1 })
        .limit(limit)
        .toArray(),
    async save(snippet) {
      await documents().updateOne({ _id: idOf(snippet) }, { $set: snippet }, { upsert: true });
    },
    async remove(reviewerId, id) {
      await documents().deleteOne({ _id: idOf({ reviewerId, id }) });
    },
  };
  return { adapter, ready: () => documents().createIndex({ reviewerId: 1, savedAtMs: -1 }) };
}
