export * from './types';
export { connectMongo } from './connect';
export { createAggregateStore } from './aggregate-store';
export { createCopyStore } from './copy-store';
export { createKeyedQueue, type KeyedQueue } from './keyed-queue';
export { ConflictError, isDuplicateKey, isTransient, QueueFullError } from './errors';
