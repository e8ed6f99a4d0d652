import { MessageError, type Received } from '@daka/contracts';
import { withTrace } from '../logging';
import type { KafkaRecord } from './parked';
import type { ParseRecord } from './parse-record';
import type { Handled } from './types';

interface Options {
  parse: ParseRecord;
  handle(received: Received): Promise<Handled>;
  onOutcome(topic: string, outcome: Handled['outcome']): void;
}

/** One try of each record, all at once and in order; answers those that did not fit or failed. */
export function createTryTogether({ parse, handle, onOutcome }: Options) {
  return async function tryTogether(records: readonly KafkaRecord[]): Promise<readonly KafkaRecord[]> {
    const isLeft = await Promise.all(
      records.map(async (record) => {
        const outcome = await handOver(record);
        if (outcome !== 'again') onOutcome(record.topic, outcome);
        return outcome === 'again';
      }),
    );
    return records.filter((_, index) => isLeft[index]);
  };

  async function handOver(record: KafkaRecord): Promise<Handled['outcome'] | 'again'> {
    const received = parse(record);
    if (received instanceof MessageError) return 'again';
    const handled = await withTrace(received.traceparent, () => handle(received)).catch(() => null);
    return handled === null || handled.outcome === 'gap' ? 'again' : handled.outcome;
  }
}
