import type { Book } from './book';
import type { KeyRecord } from './records';

/** Keys are forgotten after this time, as Stripe says. */
const KEY_LIFETIME_MS = 24 * 3_600_000;

/** Idempotency keys with their own clock, so that a test can let them age without moving anything else. */
export interface Keys {
  nowMs(): number;
  /** Returns by how much keys have been aged in all. */
  age(byMs: number): number;
  /** The stored answer, unless it is forgotten. */
  find(book: Book, key: string): KeyRecord | undefined;
  remember(book: Book, key: KeyRecord): void;
  reset(): void;
}

export function createKeys(now: () => number): Keys {
  let agedByMs = 0;
  const nowMs = (): number => now() + agedByMs;
  const isForgotten = (key: KeyRecord): boolean => key.usedAtMs + KEY_LIFETIME_MS <= nowMs();
  return {
    nowMs,
    age: (byMs) => (agedByMs += byMs),
    find(book, key) {
      const stored = book.keys.get(key);
      return stored && !isForgotten(stored) ? stored : undefined;
    },
    /** Keys are kept in order of use, so the forgotten ones are at the front. */
    remember(book, key) {
      book.keys.delete(key.key);
      book.keys.set(key.key, key);
      for (const [oldest, stored] of book.keys) {
        if (!isForgotten(stored)) break;
        book.keys.delete(oldest);
      }
    },
    reset() {
      agedByMs = 0;
    },
  };
}
