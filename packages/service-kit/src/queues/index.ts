export { createDoorbell, type Doorbell } from './doorbell';
export { createGroupQueue, type GroupQueue, type GroupQueueOptions, QueueFullError } from './group-queue';
export { inParallel } from './in-parallel';
export { createKeyedQueue, type KeyedQueue } from './keyed-queue';
export { createWorkQueue, type WorkQueue } from './work-queue';
