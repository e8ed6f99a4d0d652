export interface DeliveryCounts {
  readonly delivered: number;
  /** Given up after the last attempt. */
  readonly abandoned: number;
  /** Queued or on the way, copies included. */
  readonly waiting: number;
}

/** Counts deliveries since the start. */
export interface Tally<D> {
  waits(delivery: D): void;
  ends(delivery: D, outcome: 'delivered' | 'abandoned' | 'unwanted'): void;
  forgets(delivery: D): void;
  /** Of all accounts or one. */
  of(account?: string): DeliveryCounts;
}

export function createTally<D>(accountOf: (delivery: D) => string): Tally<D> {
  const waiting = new Set<D>();
  const ended = new Map<string, { delivered: number; abandoned: number; unwanted: number }>();
  return {
    waits: (delivery) => void waiting.add(delivery),
    ends(delivery, outcome) {
      waiting.delete(delivery);
      const counts = ended.get(accountOf(delivery)) ?? { delivered: 0, abandoned: 0, unwanted: 0 };
      counts[outcome] += 1;
      ended.set(accountOf(delivery), counts);
    },
    forgets: (delivery) => void waiting.delete(delivery),
    of(account) {
      const isMeant = (one: string): boolean => account === undefined || one === account;
      const own = [...ended].filter(([one]) => isMeant(one)).map(([, counts]) => counts);
      return {
        delivered: own.reduce((sum, { delivered }) => sum + delivered, 0),
        abandoned: own.reduce((sum, { abandoned }) => sum + abandoned, 0),
        waiting:
          account === undefined ? waiting.size : [...waiting].filter((delivery) => isMeant(accountOf(delivery))).length,
      };
    },
  };
}
