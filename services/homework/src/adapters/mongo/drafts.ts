import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { Draft, Drafts } from '../../ports';

const COLLECTION = 'drafts';

type StoredDraft = Draft & { _id: string };

/** Drafts, one document each: they are rewritten while somebody types, and nobody else hears of them. */
export function createDrafts({ connection }: MongoConnection) {
  const documents = () => connection.collection<StoredDraft>(COLLECTION);

  async function overwrite(draft: Omit<Draft, 'revision'>, filter: object, upsert: boolean): Promise<Draft | null> {
    const change = { $set: draft, $inc: { revision: 1 } };
    const _id = idOf(draft);
    return documents().findOneAndUpdate({ _id, ...filter }, change, {
      upsert,
      returnDocument: 'after',
      projection: { _id: 0 },
    });
  }

  const adapter: Drafts = {
    read: (enrolmentId, assignmentId) =>
      documents().findOne({ _id: idOf({ enrolmentId, assignmentId }) }, { projection: { _id: 0 } }),
    async save(draft, revision) {
      // No draft is at revision 0, so that naming it can only make a new one.
      const expected = revision === undefined ? {} : { revision };
      try {
        return await overwrite(draft, expected, revision === undefined || revision === 0);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return revision === undefined ? overwrite(draft, {}, false) : null; // somebody else was the first to save it
      }
    },
    async remove(enrolmentId, assignmentId) {
      await documents().deleteOne({ _id: idOf({ enrolmentId, assignmentId }) });
    },
    async removeAll(enrolmentId) {
      await documents().deleteMany({ _id: { $gte: `${enrolmentId}:`, $lt: `${enrolmentId};` } });
    },
  };
  return adapter;
}

function idOf({ enrolmentId, assignmentId }: Pick<Draft, 'enrolmentId' | 'assignmentId'>): string {
  return `${enrolmentId}:${assignmentId}`;
}
