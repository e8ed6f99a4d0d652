/** Lets one waiter sleep until someone rings. A ring while nobody waits is kept for the next one. */
export interface Doorbell {
  ring(): void;
  /** Sleeps until the next ring, or for `ms`. */
  wait(ms: number): Promise<void>;
  /** Sleeps for `ms` whether it rings or not. */
  pause(ms: number): Promise<void>;
  /** Ends every sleep, now and later. */
  close(): void;
}

export function createDoorbell(): Doorbell {
  let rung = false;
  let closed = false;
  let sleeper: { end(): void; wakesOnRing: boolean } | undefined;

  function sleepFor(ms: number, wakesOnRing: boolean): Promise<void> {
    return new Promise((resolve) => {
      if (closed) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        sleeper = undefined;
        resolve();
      };
      const timer = setTimeout(end, ms);
      sleeper = { end, wakesOnRing };
    });
  }

  return {
    ring() {
      if (sleeper?.wakesOnRing) sleeper.end();
      else rung = true;
    },
    async wait(ms) {
      if (!rung) await sleepFor(ms, true);
      rung = false;
    },
    pause: (ms) => sleepFor(ms, false),
    close() {
      closed = true;
      sleeper?.end();
    },
  };
}
