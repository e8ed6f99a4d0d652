import os from 'node:os';

/*
 * What keeps the heaps of services small. They are named here only; infra/images/Dockerfile has the same (a test compares them).
 */

/** The young generation: larger ones cost resident memory, smaller ones time of the garbage collector. */
export const SEMI_SPACE_MB = 4;

/** Half of the memory is for heaps of services; the rest is for MongoDB, Kafka and their files, and for who uses the machine. */
const SHARE_OF_HEAPS = 1 / 2;
/** A service does its work in the least; nothing that it keeps grows beyond the most. */
const LEAST_MB = 112;
const MOST_MB = 512;
/** V8 begins to collect the old generation when it has grown to this; else it would first let it grow to half of the limit. */
export const FIRST_COLLECTION_MB = 40;
/** And again whenever it has grown by so much beyond what was in use; V8 itself would wait for up to four times of that. */
export const GROWING_PERCENT = 30;

/** Bytes that this container or this machine has, whichever is less. */
export function memoryBytes(constrained = process.constrainedMemory(), total = os.totalmem()): number {
  // 0 and huge numbers both say that nothing is constrained.
  return constrained > 0 ? Math.min(constrained, total) : total;
}

/**
 * Node flags that give each of so many processes its share of the memory, between 112 and 512 MB.
 * The limit keeps a flood from ending a process; what is resident follows what is in use, not the limit.
 */
export function heapFlags(processes: number, bytes = memoryBytes()): readonly string[] {
  const shareMb = Math.floor((bytes * SHARE_OF_HEAPS) / processes / 2 ** 20);
  const limitMb = Math.min(MOST_MB, Math.max(LEAST_MB, shareMb));
  return [
    `--max-old-space-size=${limitMb}`,
    `--initial-old-space-size=${FIRST_COLLECTION_MB}`,
    `--max-semi-space-size=${SEMI_SPACE_MB}`,
    `--heap-growing-percent=${GROWING_PERCENT}`,
  ];
}
