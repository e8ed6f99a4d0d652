import type { EventRecord } from './records';

/** Which events are still owed to which endpoints. */
export interface Undelivered {
  add(event: Pick<EventRecord, 'id' | 'account' | 'endpoints'>): void;
  has(eventId: string, endpointId: string): boolean;
  settle(eventId: string, endpointId: string): void;
  /** Number of deliveries owed, of all accounts or one. */
  count(account?: string): number;
  entries(): Iterable<{ readonly account: string; readonly eventId: string; readonly endpoints: readonly string[] }>;
  clear(): void;
}

export function createUndelivered(): Undelivered {
  const owed = new Map<string, { account: string; endpoints: Set<string> }>();
  return {
    add({ id, account, endpoints }) {
      if (endpoints.length > 0) owed.set(id, { account, endpoints: new Set(endpoints) });
    },
    has: (eventId, endpointId) => owed.get(eventId)?.endpoints.has(endpointId) ?? false,
    settle(eventId, endpointId) {
      const waiting = owed.get(eventId);
      waiting?.endpoints.delete(endpointId);
      if (waiting?.endpoints.size === 0) owed.delete(eventId);
    },
    count(account) {
      let sum = 0;
      for (const waiting of owed.values())
        if (waiting.account === (account ?? waiting.account)) sum += waiting.endpoints.size;
      return sum;
    },
    entries: () =>
      [...owed].map(([eventId, { account, endpoints }]) => ({ account, eventId, endpoints: [...endpoints] })),
    clear: () => owed.clear(),
  };
}
