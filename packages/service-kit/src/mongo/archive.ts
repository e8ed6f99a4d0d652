import type { Topic } from '@daka/contracts';
import { type Connection, type Model, Schema } from 'mongoose';

/** A published event, kept so that every topic can be sent again from its beginning. */
export interface ArchivedEvent {
  /** In this order, so that the one index gives a topic's events subject by subject, each in order. */
  _id: { topic: Topic; subject: string; seq: number };
  type: string;
  value: string;
  archivedAt: Date;
}

/** The archive of a store's published events, `<name>_events`. */
export function archiveModel(connection: Connection, name: string): Model<unknown> {
  const collection = `${name}_events`;
  const schema = new Schema({ _id: Object }, { collection, versionKey: false, strict: false });
  return connection.model(collection, schema) as unknown as Model<unknown>;
}
