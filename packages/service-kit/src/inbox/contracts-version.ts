import { createHash } from 'node:crypto';
import type { Contracts } from '@daka/contracts';
import { z } from 'zod';

/**
 * Names what a process knows about messages: types, topics and schemas. It follows from these alone, so it is the same in every
 * process of a build, and another in a build that may understand more.
 */
export function versionOf({ events }: Contracts): string {
  const known = events.map(({ type, topic, data }) => [type, topic, z.toJSONSchema(data)]);
  return createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 16);
}
