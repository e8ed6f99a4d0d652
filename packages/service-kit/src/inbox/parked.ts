import type { Connection } from 'mongoose';

/**
 * 'gap': an earlier message is missing. 'poison': it failed and waits for somebody. 'retry': that somebody asked for another try.
 * 'newer': its producer says more than these contracts know; it waits for a process with others.
 */
export type ParkedReason = 'gap' | 'poison' | 'retry' | 'newer';

/** How many messages are set aside, by what they wait for: an earlier message, somebody, an upgrade. */
export interface ParkedCounts {
  gap: number;
  poison: number;
  newer: number;
}

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
  /** Versions of the contracts that did not know it. */
  unknownTo?: readonly string[];
  parkedAt: Date;
}

export interface Stream {
  topic: string;
  subject: string;
}

export interface ParkedMessages {
  park(record: KafkaRecord, reason: ParkedReason, attempts: number, error?: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What may be tried again of one stream, in its order. */
  retriable(stream: Stream): Promise<ParkedMessage[]>;
  /** Streams with something to try again, in order, from after the given one; at most MAX_STREAMS. */
  streams(after: Stream | null): Promise<Stream[]>;
  /** Makes poison retriable. */
  askForRetry(): Promise<void>;
  count(): Promise<ParkedCounts>;
}

export const PARKED_COLLECTION = 'parked';
const MAX_MESSAGES = 200;
export const MAX_STREAMS = 500;
const MAX_ERROR_LENGTH = 2_000;

/**
 * The parked messages of one consumer group, in collection `parked` of the service's database.
 * `version` names our contracts: what was too new for others is tried by us, each message once by each version, so that
 * two versions that run side by side do not hand it to and fro.
 */
export function createParkedMessages(connection: Connection, groupId: string, version: string): ParkedMessages {
  const collection = connection.collection<ParkedMessage>(PARKED_COLLECTION);
  const indexed = collection.createIndex({ groupId: 1, topic: 1, subject: 1, seq: 1 });
  indexed.catch(() => undefined); // only slower without it
  const retriable = {
    groupId,
    $or: [
      { reason: { $in: ['gap', 'retry'] satisfies ParkedReason[] } },
      { reason: 'newer' as const, unknownTo: { $ne: version } },
    ],
  };

  return {
    async park(record, reason, attempts, error) {
      const { topic, subject, seq, partition, offset, value } = record;
      const place = seq === null ? `@${partition}:${offset}` : `${subject}|${seq}`;
      const problem = error === undefined ? {} : { error: error.slice(0, MAX_ERROR_LENGTH) };
      await collection.updateOne(
        { _id: `${groupId}|${topic}|${place}` },
        {
          $set: { topic, subject, seq, partition, offset, value, groupId, reason, ...problem },
          ...(reason === 'newer' ? { $addToSet: { unknownTo: version } } : {}),
          $inc: { attempts },
          $setOnInsert: { parkedAt: new Date() },
        },
        { upsert: true },
      );
    },
    async remove(id) {
      await collection.deleteOne({ _id: id });
    },
    retriable: ({ topic, subject }) =>
      collection
        .find({ ...retriable, topic, subject })
        .sort({ seq: 1 })
        .limit(MAX_MESSAGES)
        .toArray(),
    async streams(after) {
      const found = await collection
        .aggregate<{ _id: Stream }>([
          { $match: after ? { $and: [retriable, isAfter(after)] } : retriable },
          { $group: { _id: { topic: '$topic', subject: '$subject' } } },
          { $sort: { '_id.topic': 1, '_id.subject': 1 } },
          { $limit: MAX_STREAMS },
        ])
        .toArray();
      return found.map(({ _id }) => _id);
    },
    async askForRetry() {
      await collection.updateMany({ groupId, reason: 'poison' }, { $set: { reason: 'retry' } });
    },
    async count() {
      const countOf = (...reasons: ParkedReason[]) => collection.countDocuments({ groupId, reason: { $in: reasons } });
      return { gap: await countOf('gap'), poison: await countOf('poison', 'retry'), newer: await countOf('newer') };
    },
  };
}

const isAfter = ({ topic, subject }: Stream) => ({
  $or: [{ topic: { $gt: topic } }, { topic, subject: { $gt: subject } }],
});
