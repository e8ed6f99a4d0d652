import { assert, integer, property, string, uuid } from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition-of';

const theirs = Partitioners.DefaultPartitioner();

function byKafkajs(key: string, partitions: number): number {
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionErrorCode: 0,
    partitionId,
    leader: 0,
    replicas: [],
    isr: [],
  }));
  return theirs({ topic: 't', partitionMetadata, message: { key, value: '' } });
}

it.each([
  ['ids', uuid()],
  ['any keys, of every length', string({ unit: 'binary', maxLength: 20 })],
])('sends %s where kafkajs would', (_, keys) => {
  assert(
    property(keys, integer({ min: 1, max: 50 }), (key, partitions) => {
      expect(partitionOf(key, partitions)).toBe(byKafkajs(key, partitions));
    }),
    { numRuns: 1_000 },
  );
});

it('spreads keys over all partitions', () => {
  const used = new Set(Array.from({ length: 200 }, (_, index) => partitionOf(`key ${index}`, 4)));
  expect([...used].sort()).toEqual([0, 1, 2, 3]);
});
