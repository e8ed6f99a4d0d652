import type { Faults } from '../faults';
import type { EventRecord } from '../state/records';

export interface Reorder {
  take(events: readonly EventRecord[]): void;
  clear(): void;
}

/** Passes events on as they come or, while the fault is on, collects a window of them and passes it on last first. */
export function createReorder(faults: Faults, pass: (events: readonly EventRecord[]) => void): Reorder {
  const held: EventRecord[] = [];
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    pass(held.splice(0).reverse());
  }

  return {
    take(events) {
      const { reverseWindow, reverseWaitMs } = faults.settings().webhooks;
      if (reverseWindow === 0 && held.length === 0) return pass(events);
      held.push(...events);
      if (held.length >= reverseWindow) return flush();
      timer ??= setTimeout(flush, reverseWaitMs);
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      held.length = 0;
    },
  };
}
