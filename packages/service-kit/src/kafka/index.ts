export * from './types';
export { connectKafka, ensureTopics } from './connect';
export { startRelay } from './relay';
export { republish } from './republish';
export { startConsumer } from './consumer';
export { PARKED_COLLECTION, type ParkedMessage, type ParkedReason } from './parked';
