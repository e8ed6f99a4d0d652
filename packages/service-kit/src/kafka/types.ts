import type { Received, Topic } from '@daka/contracts';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { AggregateStore, Applied, MongoConnection, Outbox } from '../mongo';

export interface KafkaConnection {
  kafka: Kafka;
  clientId: string;
}

/** What became of a message; 'ignored': it means nothing to this service and is not remembered. */
export type Handled = Applied | 'ignored';

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
  kafka: KafkaConnection;
  prefix: string;
  outbox: Outbox;
  topic: Topic;
  /** Leaves out earlier events of each subject. Default 1. */
  fromSeq?: number;
}

export interface ConsumerOptions {
  kafka: KafkaConnection;
  mongo: MongoConnection;
  prefix: string;
  groupId: string;
  topics: readonly Topic[];
  handle(received: Received): Promise<Handled>;
  logger: Logger;
  metrics: Registry;
  /** The consumer cannot go on: the process must end and be started again. */
  onFatal(error: Error): void;
  /** How long messages may wait without any being processed until onFatal. Default 60,000. */
  watchdogMs?: number;
  /** How often parked messages are tried again. Default 2,000. */
  parkedRetryMs?: number;
}

export interface Consumer {
  /** Messages on the topics that the group has not committed yet. */
  lag(): Promise<number>;
  /** Messages set aside, by reason. */
  parked(): Promise<{ gap: number; poison: number }>;
  /** Tries every parked message again, poison too. Returns how many could be taken off. */
  retryParked(): Promise<number>;
  stop(): Promise<void>;
}
