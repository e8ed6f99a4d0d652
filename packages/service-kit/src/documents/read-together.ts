import { createGroupQueue } from '../queues';

/** Few, so that reads which come at once meet; more than one, so that a slow one keeps nobody waiting alone. */
const MAX_AT_ONCE = 2;
const MAX_GROUP = 64;
const MAX_WAITING = 10_000;

/**
 * A read that comes while others are under way waits and shares the next round trip with those that wait too. Nobody waits for
 * company, and every answer is of a query that began after it was asked for.
 * @param findAll what is there of these ids, in any order.
 */
export function createReadTogether<Found extends { _id: unknown }>(
  findAll: (ids: readonly string[]) => Promise<readonly Found[]>,
): (id: string) => Promise<Found | null> {
  const queue = createGroupQueue<string, Found | null>({
    maxWaiting: MAX_WAITING,
    maxGroup: MAX_GROUP,
    groupsAtOnce: MAX_AT_ONCE,
    async runGroup(_, ids) {
      const found = await findAll([...new Set(ids)]);
      const byId = new Map(found.map((one) => [String(one._id), one]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  });
  return (id) => queue.run('', id);
}
