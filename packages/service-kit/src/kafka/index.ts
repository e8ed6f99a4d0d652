import type { Topic } from '@daka/contracts';
import type { Logger } from 'pino';
import type { Consumer, ConsumerOptions, KafkaConnection, Relay, RelayOptions, RepublishOptions } from './types';

export * from './types';
export declare function connectKafka(options: { brokers: string | readonly string[]; clientId: string; logger: Logger }): KafkaConnection;
export declare function ensureTopics(kafka: KafkaConnection, prefix: string, topics: readonly Topic[], partitions?: number): Promise<void>;
export declare function startRelay(options: RelayOptions): Relay;
export declare function republish(options: RepublishOptions): Promise<number>;
export declare function startConsumer(options: ConsumerOptions): Promise<Consumer>;
