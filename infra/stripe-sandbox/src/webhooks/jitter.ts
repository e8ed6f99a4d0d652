/** Holds deliveries back, each for a time of its own, so that a later one may overtake. */
export interface Jitter<D> {
  hold(delivery: D, ms: number): void;
  /** Lets go of nothing more; returns what was held. */
  clear(): D[];
}

export function createJitter<D>(pass: (delivery: D) => void): Jitter<D> {
  const held = new Map<D, NodeJS.Timeout>();
  return {
    hold(delivery, ms) {
      held.set(
        delivery,
        setTimeout(() => {
          held.delete(delivery);
          pass(delivery);
        }, ms),
      );
    },
    clear() {
      for (const timer of held.values()) clearTimeout(timer);
      const dropped = [...held.keys()];
      held.clear();
      return dropped;
    },
  };
}
