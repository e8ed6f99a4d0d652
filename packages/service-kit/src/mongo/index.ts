import type { Topic } from '@daka/contracts';
import type { Logger } from 'pino';
import type { AggregateStore, AggregateStoreOptions, CopyStore, CopyStoreOptions, MongoConnection } from './types';

export * from './types';
export declare function connectMongo(options: { url: string; db: string; logger: Logger }): Promise<MongoConnection>;
export declare function createAggregateStore<State, Event>(options: AggregateStoreOptions<State, Event>): AggregateStore<State, Event>;
export declare function createCopyStore<State, T extends Topic = Topic>(options: CopyStoreOptions<State, T>): CopyStore<State>;
/** Whether an error means that MongoDB or Kafka cannot be reached right now. */
export declare function isTransient(error: unknown): boolean;
