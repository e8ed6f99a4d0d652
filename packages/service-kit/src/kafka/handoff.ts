import type { Outbox } from '../mongo';
import type { Pending } from './outbox';

/** Events that this process has just written, so that they need not be looked up to be sent. */
export interface Handoff {
  /** What was written since the last call, in order per subject. */
  take(): { outbox: Outbox; pending: Pending[] }[];
  /** Stops listening. */
  stop(): void;
}

/** More than this is left to polling. */
const MAX_WAITING = 2_000;

/** Collects what the stores write; `onEvents` is called after each write. Nothing is lost with it: the outboxes hold the same events. */
export function createHandoff(outboxes: readonly Outbox[], onEvents: () => void): Handoff {
  const waiting = new Map<Outbox, Pending[]>();
  const stops = outboxes.map((outbox) =>
    outbox.onWritten((written) => {
      const list = waiting.get(outbox) ?? [];
      if (list.length < MAX_WAITING) list.push(written);
      waiting.set(outbox, list);
      onEvents();
    }),
  );

  return {
    take() {
      const taken = [...waiting].map(([outbox, pending]) => ({ outbox, pending }));
      waiting.clear();
      return taken;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
