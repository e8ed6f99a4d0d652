import type { Contracts, Received, Topic } from '@daka/contracts';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { KafkaConnection } from '../kafka';
import type { Applied, MongoConnection } from '../documents';
import type { ParkedCounts } from './parked';

/** What became of a message; 'ignored': it means nothing to this service and is not remembered. */
export type Handled = { outcome: Applied['outcome'] | 'ignored' };

/** A handler's answer that a message waits for something that is not here yet: it is parked and tried again, and its stream waits with it. */
export const NOT_YET = { outcome: 'gap' } as const satisfies Handled;

/** What one topic's messages are handed to, by type; a type that is missing does not compile. */
export type HandlersOn<T extends Topic> = {
  readonly [M in Received<T> as M['type']]: (received: M) => Promise<Handled>;
};

/** What a service follows: for each topic a handler for each of its types. */
export type Follows = { readonly [T in Topic]?: HandlersOn<T> };

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
  /** What is known about messages. Default: the contracts this process was built with. */
  contracts?: Contracts;
  /** How long messages of our own partitions may wait without any being processed until onFatal. Default 60,000. */
  watchdogMs?: number;
  /** How often parked messages are tried again. Default 2,000. */
  parkedRetryMs?: number;
}

export interface Consumer {
  /** Messages on the topics that the group has not committed yet. */
  lag(): Promise<number>;
  /** Messages set aside, by reason. */
  parked(): Promise<ParkedCounts>;
  /** Tries every parked message again, poison too. Returns how many could be taken off. */
  retryParked(): Promise<number>;
  stop(): Promise<void>;
}
