import { MessageError, parseMessage, type Received, type Topic } from '@daka/contracts';
import { withTrace } from '../logging';
import type { KafkaRecord } from './parked';
import type { Handled } from './types';

interface Options {
  prefix: string;
  handle(received: Received): Promise<Handled>;
  onOutcome(topic: string, outcome: Handled): void;
}

/** One try of each record, all at once and in order; answers those that did not fit or failed. */
export function createTryTogether({ prefix, handle, onOutcome }: Options) {
  return async function tryTogether(records: readonly KafkaRecord[]): Promise<readonly KafkaRecord[]> {
    const isLeft = await Promise.all(records.map(async (record) => {
      const outcome = await handOver(record);
      if (outcome !== 'again') onOutcome(record.topic, outcome);
      return outcome === 'again';
    }));
    return records.filter((_, index) => isLeft[index]);
  };

  async function handOver(record: KafkaRecord): Promise<Handled | 'again'> {
    const received = parseRecord(record, prefix);
    if (received instanceof MessageError) return 'again';
    const outcome = await withTrace(received.traceparent, () => handle(received)).catch(() => 'again' as const);
    return outcome === 'gap' ? 'again' : outcome;
  }
}

export function parseRecord(record: KafkaRecord, prefix: string): Received | MessageError {
  try {
    return parseMessage(record.topic.slice(prefix.length) as Topic, record.value);
  } catch (error) {
    if (error instanceof MessageError) return error;
    throw error;
  }
}
