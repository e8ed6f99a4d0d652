const SEED = 0x9747b28c;
const MULTIPLIER = 0x5bd1e995;
const WORD_BYTES = 4;
const POSITIVE = 0x7fffffff;

/**
 * The partition of a key, as Kafka's own clients and kafkajs's DefaultPartitioner choose it (murmur2): a stream must never change
 * its partition. kafkajs counts with a BigInt for each step of each byte, which was a twentieth of what a relay allocates.
 */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key)) & POSITIVE) % partitions;
}

function murmur2(data: Buffer): number {
  const whole = data.length - (data.length % WORD_BYTES);
  let hash = SEED ^ data.length;
  for (let at = 0; at < whole; at += WORD_BYTES) {
    const mixed = Math.imul(data.readInt32LE(at), MULTIPLIER);
    hash = Math.imul(hash, MULTIPLIER) ^ Math.imul(mixed ^ (mixed >>> 24), MULTIPLIER);
  }
  if (whole < data.length) {
    for (let at = data.length - 1; at >= whole; at -= 1) hash ^= data.readUInt8(at) << (8 * (at - whole));
    hash = Math.imul(hash, MULTIPLIER);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}
