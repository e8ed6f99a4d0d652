import type { Consumer, ConsumerOptions } from './types';

export * from './types';
export { connectKafka, ensureTopics } from './connect';
export { startRelay } from './relay';
export { republish } from './republish';
export declare function startConsumer(options: ConsumerOptions): Promise<Consumer>;
