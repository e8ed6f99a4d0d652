import mongoose from 'mongoose';
import { serviceNames } from '../system/options';

const COLLECTION = 'parked';
const MAX_LISTED = 1_000;

/** A message that a service set aside, as the kit keeps it in the service's own database. */
export interface ParkedMessage {
  service: string;
  id: string;
  /**
   * 'gap' waits for an earlier message; 'poison' failed and waits for somebody; 'retry' is about to be tried again;
   * 'newer' comes from a newer producer and waits for an upgrade of this service.
   */
  reason: 'gap' | 'poison' | 'retry' | 'newer';
  topic: string;
  subject: string;
  seq: number | null;
  attempts: number;
  parkedAt: Date;
  error?: string;
}

export interface ParkedStore {
  /** Oldest first; at most a thousand of each service. */
  list(): Promise<ParkedMessage[]>;
  /** Marks what failed for another try; the running services notice within seconds. Answers how many were marked. */
  retry(): Promise<number>;
  close(): Promise<void>;
}

interface StoredMessage extends Omit<ParkedMessage, 'service' | 'id'> {
  _id: string;
}

/** Opens the parked messages of all services. Throws when the server does not answer within five seconds. */
export async function openParkedMessages(mongoUrl: string, databasePrefix: string): Promise<ParkedStore> {
  const client = new mongoose.mongo.MongoClient(mongoUrl, { serverSelectionTimeoutMS: 5_000 });
  await client.connect();
  const collections = serviceNames.map((service) => ({
    service,
    collection: client.db(`${databasePrefix}_${service}`).collection<StoredMessage>(COLLECTION),
  }));
  return {
    async list() {
      const lists = await Promise.all(
        collections.map(async ({ service, collection }) => {
          const found = await collection.find().sort({ parkedAt: 1 }).limit(MAX_LISTED).toArray();
          return found.map(({ _id, ...message }) => ({ service, id: _id, ...message }));
        }),
      );
      return lists.flat().sort((a, b) => a.parkedAt.getTime() - b.parkedAt.getTime());
    },
    async retry() {
      const marked = await Promise.all(
        collections.map(({ collection }) => collection.updateMany({ reason: 'poison' }, { $set: { reason: 'retry' } })),
      );
      return marked.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0);
    },
    close: () => client.close(),
  };
}
