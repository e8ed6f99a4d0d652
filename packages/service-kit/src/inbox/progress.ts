import { Counter, type Registry } from 'prom-client';
import type { Outcome } from './try-record';

/** Counts what became of messages, for the metrics and for the watchdog. */
export function createProgress(metrics: Registry, groupId: string) {
  const name = 'daka_consumer_messages_total';
  // Registered by nobody else.
  const known = metrics.getSingleMetric(name) as Counter<'group' | 'topic' | 'outcome'> | undefined;
  const counter =
    known ??
    new Counter({
      name,
      help: 'Messages by what became of them',
      labelNames: ['group', 'topic', 'outcome'] as const,
      registers: [metrics],
    });
  let count = 0;
  return {
    count: () => count,
    note(topic: string, outcome: Outcome) {
      count++;
      counter.inc({ group: groupId, topic, outcome });
    },
  };
}
