import type { Consumer } from 'kafkajs';
import type { Lag, Partitions } from './lag';

/**
 * The lag that this member of a group answers for: that of the partitions it was given. A member that was given none (there are
 * more members than partitions) has nothing to process, however long others take. While the group is being divided anew nobody
 * knows; then it is the lag of the whole group, so that a member that never gets through is noticed.
 */
export function createOwnLag(consumer: Pick<Consumer, 'on' | 'events'>, lag: Lag): () => Promise<number> {
  let own: Partitions | null = null;
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    own = payload.memberAssignment;
  });
  consumer.on(consumer.events.REBALANCING, () => {
    own = null;
  });
  return () => (own === null ? lag.read() : lag.readOf(own));
}
