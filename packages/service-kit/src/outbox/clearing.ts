import type { Outbox, Written } from '../documents/types';
import { archiveAndClear, clearNotes } from './pending';

/** Sent events on their way from outboxes to archives. */
export interface Clearing {
  add(outbox: Outbox, sent: readonly Written[]): void;
  /** Clears when it is time, or enough is waiting, or at once. What fails is tried again by the next run. */
  run(when?: 'due' | 'now'): Promise<void>;
  /** When the next run should be; Infinity: nothing waits. */
  dueAtMs(): number;
}

const CLEAR_AFTER_MS = 50;
const MAX_DOCUMENTS = 500;

/** Archives and clears in few writes for many documents: until then a poll may see sent events again, which `sendOnce` leaves out. */
export function createClearing(): Clearing {
  const waiting = new Map<Outbox, Written[]>();
  let dueAtMs = Infinity;
  let size = 0;

  return {
    add(outbox, sent) {
      const list = waiting.get(outbox);
      if (list) list.push(...sent);
      else waiting.set(outbox, [...sent]);
      for (const { pending, note } of sent) size += note ? 1 : pending.length;
      dueAtMs = Math.min(dueAtMs, performance.now() + CLEAR_AFTER_MS);
    },
    async run(when = 'due') {
      if (size === 0 || (when === 'due' && size < MAX_DOCUMENTS && performance.now() < dueAtMs)) return;
      await Promise.all(
        [...waiting].map(async ([outbox, sent]) => {
          await archiveAndClear(
            outbox,
            sent.flatMap(({ pending, note }) => (note ? [] : pending)).filter(({ events }) => events.length > 0),
          );
          await clearNotes(
            outbox,
            sent.flatMap(({ note }) => note ?? []),
          );
          waiting.delete(outbox);
        }),
      );
      dueAtMs = Infinity;
      size = 0;
    },
    dueAtMs: () => dueAtMs,
  };
}
