import type { Outbox, Written } from '../documents/types';

/** Events that this process has just written, so that they need not be looked up to be sent. */
export interface Handoff {
  /** What was written since the last call, in order per subject; not complete when there was more than is kept, or a write that nobody knows of. */
  take(): { batches: { outbox: Outbox; written: Written[] }[]; complete: boolean };
  /** Stops listening. */
  stop(): void;
}

const MAX_WAITING = 2_000;

/** Collects what the stores write; `onEvents` is called after each write. Nothing is lost with it: the outboxes hold the same events. */
export function createHandoff(outboxes: readonly Outbox[], onEvents: () => void): Handoff {
  const waiting = new Map<Outbox, Written[]>();
  let complete = true;
  const stops = outboxes.map((outbox) =>
    outbox.onWritten((written) => {
      const list = waiting.get(outbox) ?? [];
      waiting.set(outbox, list);
      if (written !== null && list.length < MAX_WAITING) list.push(written);
      else complete = false;
      onEvents();
    }),
  );

  return {
    take() {
      const taken = { batches: [...waiting].map(([outbox, written]) => ({ outbox, written })), complete };
      waiting.clear();
      complete = true;
      return taken;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
