import { randomBytes } from 'node:crypto';
import { applyPut, createBook, type Book } from './book';
import { openJournal } from './journal';
import type { Commit, EventRecord, KeyRecord } from './records';
import { createTransaction, type Request, type Transaction } from './transaction';

/** Keys are forgotten after this time, as Stripe says. */
const KEY_LIFETIME_MS = 24 * 3_600_000;

/** The sandbox's memory: books per account, every change journalled before it is visible. */
export interface Store {
  book(account: string): Book;
  books(): Iterable<Book>;
  /** Runs `change` on a draft and commits all of it, or nothing when it throws. */
  transact<T>(account: string, change: (tx: Transaction) => T, request?: Request): T;
  begin(account: string, request?: Request): Transaction;
  /** Writes the draft and the idempotency key's answer as one journal line. */
  commit(tx: Transaction, key?: KeyRecord): void;
  /** The stored answer of a key that is not yet forgotten. */
  keyOf(account: string, key: string): KeyRecord | undefined;
  /** Events not yet delivered: event id -> account and endpoint ids. */
  readonly undelivered: Map<string, { account: string; endpoints: Set<string> }>;
  markDelivered(eventId: string, endpointId: string): void;
  onEvents(listener: (events: readonly EventRecord[]) => void): void;
  /** Lets idempotency keys age by this much. */
  advanceKeys(byMs: number): number;
  /** The clock that idempotency keys age by. */
  keyNowMs(): number;
  nowMs(): number;
  /** Forgets everything but the webhook endpoints. */
  reset(): void;
  close(): void;
}

/** Opens the store; with a file, everything answered before the last end (or kill) is there again. */
export function openStore({ dataFile, now = Date.now }: { dataFile?: string; now?: () => number }): Store {
  const books = new Map<string, Book>();
  const undelivered: Store['undelivered'] = new Map();
  const listeners: ((events: readonly EventRecord[]) => void)[] = [];
  const newId = idMaker();
  let keysAgedByMs = 0;
  const keyNowMs = (): number => now() + keysAgedByMs;

  function book(account: string): Book {
    const known = books.get(account);
    if (known) return known;
    const made = createBook(account);
    books.set(account, made);
    return made;
  }

  function apply(line: Commit): void {
    if (line.is === 'delivered') return settleDelivery(undelivered, line.event, line.endpoint);
    const own = book(line.account);
    for (const put of line.puts) {
      applyPut(own, put);
      if (put[0] === 'event' && put[1].endpoints.length > 0) undelivered.set(put[1].id, { account: line.account, endpoints: new Set(put[1].endpoints) });
    }
    if (line.key) rememberKey(own, line.key, keyNowMs());
  }

  const journal = openJournal<Commit>(dataFile, apply);

  function commit(tx: Transaction, key?: KeyRecord): void {
    if (tx.puts.length === 0 && !key) return;
    const line: Commit = { is: 'change', account: tx.book.account, puts: tx.puts, ...(key && { key }) };
    journal.append(line);
    apply(line);
    const events = tx.puts.flatMap((put) => (put[0] === 'event' ? [put[1]] : []));
    if (events.length > 0) for (const listener of listeners) listener(events);
  }

  const begin = (account: string, request?: Request): Transaction =>
    createTransaction({ book: book(account), platform: book(''), nowMs: now(), newId, request });

  return {
    book,
    books: () => books.values(),
    begin,
    commit,
    transact(account, change, request) {
      const tx = begin(account, request);
      const result = change(tx);
      commit(tx);
      return result;
    },
    keyOf(account, key) {
      const stored = book(account).keys.get(key);
      return stored && stored.usedAtMs + KEY_LIFETIME_MS > keyNowMs() ? stored : undefined;
    },
    undelivered,
    markDelivered(event, endpoint) {
      if (!undelivered.has(event)) return;
      journal.append({ is: 'delivered', event, endpoint });
      settleDelivery(undelivered, event, endpoint);
    },
    onEvents: (listener) => void listeners.push(listener),
    advanceKeys: (byMs) => (keysAgedByMs += byMs),
    nowMs: now,
    keyNowMs,
    reset() {
      const endpoints = [...book('').tables.endpoint.values()];
      journal.clear();
      books.clear();
      undelivered.clear();
      keysAgedByMs = 0;
      const line: Commit = { is: 'change', account: '', puts: endpoints.map((endpoint) => ['endpoint', endpoint] as const) };
      journal.append(line);
      apply(line);
    },
    close: () => journal.close(),
  };
}

function settleDelivery(undelivered: Store['undelivered'], event: string, endpoint: string): void {
  const waiting = undelivered.get(event);
  waiting?.endpoints.delete(endpoint);
  if (waiting?.endpoints.size === 0) undelivered.delete(event);
}

/** Keys are kept in order of use, so the forgotten ones are at the front. */
function rememberKey(book: Book, key: KeyRecord, nowMs: number): void {
  book.keys.delete(key.key);
  book.keys.set(key.key, key);
  for (const [oldest, { usedAtMs }] of book.keys) {
    if (usedAtMs + KEY_LIFETIME_MS > nowMs) break;
    book.keys.delete(oldest);
  }
}

/** Unique across restarts: a prefix drawn at each start, then a counter. */
function idMaker(): (prefix: string) => string {
  const run = randomBytes(6).toString('hex');
  let counter = 0;
  return (prefix) => `${prefix}_${run}${(++counter).toString(36).padStart(8, '0')}`;
}
