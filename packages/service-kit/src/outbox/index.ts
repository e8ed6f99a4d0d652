export * from './types';
export { startRelay } from './relay';
export { republishTopic } from './republish';
