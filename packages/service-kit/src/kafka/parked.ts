import type { Collection, Connection } from 'mongoose';

/** 'gap': an earlier message is missing. 'poison': it failed and waits for somebody. 'retry': that somebody asked for another try. */
export type ParkedReason = 'gap' | 'poison' | 'retry';

/** A message as Kafka gave it, with its place in its stream where that could be read. */
export interface KafkaRecord {
  topic: string;
  partition: number;
  offset: string;
  subject: string;
  seq: number | null;
  value: string;
}

/** A message set aside so that it delays nothing but its own stream. */
export interface ParkedMessage extends KafkaRecord {
  /** group|topic|subject|seq, or group|topic|@partition:offset when it could not be read. */
  _id: string;
  groupId: string;
  reason: ParkedReason;
  error?: string;
  /** How often it was tried. */
  attempts: number;
  parkedAt: Date;
}

export interface Stream { topic: string; subject: string }

export interface ParkedMessages {
  park(record: KafkaRecord, reason: ParkedReason, attempts: number, error?: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What may be tried again of one stream, in its order. */
  retriable(stream: Stream): Promise<ParkedMessage[]>;
  /** Streams with something to try again. */
  streams(): Promise<Stream[]>;
  /** Makes poison retriable. */
  askForRetry(): Promise<void>;
  count(): Promise<{ gap: number; poison: number }>;
}

export const PARKED_COLLECTION = 'parked';
const MAX_MESSAGES = 200;
const MAX_STREAMS = 500;
const MAX_ERROR_LENGTH = 2_000;

/** The parked messages of one consumer group, in collection `parked` of the service's database. */
export function createParkedMessages(connection: Connection, groupId: string): ParkedMessages {
  const collection = connection.collection(PARKED_COLLECTION) as Collection<ParkedMessage>;
  const indexed = collection.createIndex({ groupId: 1, topic: 1, subject: 1, seq: 1 });
  indexed.catch(() => undefined); // only slower without it
  const retriable = { groupId, reason: { $in: ['gap', 'retry'] satisfies ParkedReason[] } };

  return {
    async park(record, reason, attempts, error) {
      const { topic, subject, seq, partition, offset, value } = record;
      const place = seq === null ? `@${partition}:${offset}` : `${subject}|${seq}`;
      const problem = error === undefined ? {} : { error: error.slice(0, MAX_ERROR_LENGTH) };
      await collection.updateOne(
        { _id: `${groupId}|${topic}|${place}` },
        { $set: { topic, subject, seq, partition, offset, value, groupId, reason, ...problem }, $inc: { attempts }, $setOnInsert: { parkedAt: new Date() } },
        { upsert: true },
      );
    },
    async remove(id) {
      await collection.deleteOne({ _id: id });
    },
    retriable: ({ topic, subject }) => collection.find({ ...retriable, topic, subject }).sort({ seq: 1 }).limit(MAX_MESSAGES).toArray(),
    async streams() {
      const found = await collection
        .aggregate([{ $match: retriable }, { $group: { _id: { topic: '$topic', subject: '$subject' } } }, { $limit: MAX_STREAMS }])
        .toArray();
      return found.map(({ _id }) => _id as Stream);
    },
    async askForRetry() {
      await collection.updateMany({ groupId, reason: 'poison' }, { $set: { reason: 'retry' } });
    },
    async count() {
      const gap = await collection.countDocuments({ groupId, reason: 'gap' });
      const poison = await collection.countDocuments({ groupId, reason: { $in: ['poison', 'retry'] } });
      return { gap, poison };
    },
  };
}
