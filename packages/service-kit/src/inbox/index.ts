export { NOT_YET, type Consumer, type ConsumerOptions, type Follows, type Handled, type HandlersOn } from './types';
export { startConsumer } from './consumer';
export { dispatch, topicsOf } from './dispatch';
export { PARKED_COLLECTION, type ParkedCounts, type ParkedMessage, type ParkedReason } from './parked';
