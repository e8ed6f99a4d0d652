export * from './types';
export { connectKafka, ensureTopics } from './connect';
