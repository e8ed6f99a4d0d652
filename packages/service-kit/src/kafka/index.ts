export * from './types';
export { kafkaAccessSettings, loadConfig } from '../config';
export { kafkaAccess } from './access';
export { connectKafka, ensureTopics } from './connect';
export { kafkaRights, prepareKafka } from './rights';
