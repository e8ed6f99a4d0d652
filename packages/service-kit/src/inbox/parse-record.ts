import { type Contracts, MessageError, type Received, type Topic } from '@daka/contracts';
import type { KafkaRecord } from './parked';

/** Reads a record, or answers why it cannot be read. */
export type ParseRecord = (record: KafkaRecord) => Received | MessageError;

export function createParseRecord(contracts: Contracts, prefix: string): ParseRecord {
  return (record) => {
    try {
      // We subscribed to topics with our prefix only.
      return contracts.parse(record.topic.slice(prefix.length) as Topic, record.value);
    } catch (error) {
      if (error instanceof MessageError) return error;
      throw error;
    }
  };
}
