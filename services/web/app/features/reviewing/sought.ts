import { wordOf } from '../members/sought';

export const STATES = ['waiting', 'free', 'mine', 'claimed'] as const;
export type QueueState = (typeof STATES)[number];

/** What the address says is shown of the review queue, and which piece is open. */
export interface QueueSearch {
  assignment?: string | undefined;
  who?: string | undefined;
  state?: QueueState | undefined;
  item?: string | undefined;
}

export function queueSearch(search: Record<string, unknown>): QueueSearch {
  return {
    assignment: wordOf(search['assignment']),
    who: wordOf(search['who']),
    state: STATES.find((state) => state === search['state']),
    item: wordOf(search['item']),
  };
}

export const ONLY = ['flagged', 'rejected'] as const;

/** What the address says is shown of a day's check-ins, and which one is open. */
export interface EntriesSearch {
  day?: string | undefined;
  only?: (typeof ONLY)[number] | undefined;
  item?: string | undefined;
}

export function entriesSearch(search: Record<string, unknown>): EntriesSearch {
  return {
    day: wordOf(search['day']),
    only: ONLY.find((only) => only === search['only']),
    item: wordOf(search['item']),
  };
}
