import type { Topic } from '@daka/contracts';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { AggregateStore, MongoConnection } from '../documents';
import type { KafkaConnection } from '../kafka/types';

export interface RelayOptions {
  kafka: KafkaConnection;
  /** Put before every topic's name; may be empty. */
  prefix: string;
  stores: readonly Pick<AggregateStore<never, never>, 'outbox'>[];
  logger: Logger;
  metrics: Registry;
  pollMs?: number;
}

export interface Relay {
  /** Looks for unsent events now. */
  nudge(): void;
  /** How many documents hold unsent events. */
  pending(): Promise<number>;
  stop(): Promise<void>;
}

export interface RepublishOptions {
  /** The database of the service whose topic it is. */
  mongo: MongoConnection;
  kafka: KafkaConnection;
  prefix: string;
  topic: Topic;
  /** Leaves out earlier events of each subject. Default 1. */
  fromSeq?: number;
}
