export * from './types';
export { type Cache, type CacheBudget, createCache, createCacheBudget, estimateBytes } from './cache';
export { connectMongo } from './connect';
export { createAggregateStore } from './aggregate-store';
export { createCopyStore } from './copy-store';
export { ConflictError, isDuplicateKey, isTransient, NewerDocumentError } from './errors';
export { createReadTogether } from './read-together';
export { createRecent } from './recent';
export type { Upcasts } from './upcast';
