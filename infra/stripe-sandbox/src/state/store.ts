import { randomBytes } from 'node:crypto';
import { applyPut, createBook, type Book } from './book';
import { openJournal } from './journal';
import { createKeys, type Keys } from './keys';
import type { Commit, EventRecord, KeyRecord } from './records';
import { createTransaction, type Request, type Transaction } from './transaction';
import { createUndelivered, type Undelivered } from './undelivered';

/** The sandbox's memory: books per account, every change journalled before it is visible. */
export interface Store {
  book(account: string): Book;
  books(): Iterable<Book>;
  /** Runs `change` on a draft and commits all of it, or nothing when it throws. */
  transact<T>(account: string, change: (tx: Transaction) => T): T;
  begin(account: string, request?: Request): Transaction;
  /** Writes the draft and the idempotency key's answer as one journal line. */
  commit(tx: Transaction, key?: KeyRecord): void;
  readonly keys: Pick<Keys, 'nowMs' | 'age' | 'find'>;
  readonly undelivered: Pick<Undelivered, 'count' | 'entries'>;
  /** Delivered, or not to be delivered any more. */
  markDelivered(eventId: string, endpointId: string): void;
  onEvents(listener: (events: readonly EventRecord[]) => void): void;
  nowMs(): number;
  /** By how much the clock has been moved on. */
  aheadMs(): number;
  /** Moves the clock on, also for the next start. */
  advance(byMs: number): void;
  /** Forgets everything but the webhook endpoints. */
  reset(): void;
  close(): void;
}

/** Opens the store; with a file, everything answered before the last end (or kill) is there again. */
export function openStore({ dataFile, now = Date.now }: { dataFile?: string; now?: () => number }): Store {
  const books = new Map<string, Book>();
  const undelivered = createUndelivered();
  let aheadMs = 0;
  const nowMs = (): number => now() + aheadMs;
  const keys = createKeys(nowMs);
  const listeners: ((events: readonly EventRecord[]) => void)[] = [];
  const newId = idMaker();
  const book = (account: string): Book => books.get(account) ?? added(books, createBook(account));
  const journal = openJournal<Commit>(dataFile, apply);

  function apply(line: Commit): void {
    if (line.is === 'delivered') return undelivered.settle(line.event, line.endpoint);
    if (line.is === 'clock') return void (aheadMs = line.aheadMs);
    const own = book(line.account);
    for (const put of line.puts) {
      applyPut(own, put);
      if (put[0] === 'event') undelivered.add(put[1]);
    }
    if (line.key) keys.remember(own, line.key);
  }

  function write(line: Commit): void {
    journal.append(line);
    apply(line);
  }

  function commit(tx: Transaction, key?: KeyRecord): void {
    if (tx.puts.length === 0 && !key) return;
    write({ is: 'change', account: tx.book.account, puts: tx.puts, ...(key && { key }) });
    const events = tx.puts.flatMap((put) => (put[0] === 'event' ? [put[1]] : []));
    if (events.length > 0) for (const listener of listeners) listener(events);
  }

  const begin: Store['begin'] = (account, request) =>
    createTransaction({ book: book(account), platform: book(''), nowMs: nowMs(), newId, ...(request && { request }) });

  return {
    book, begin, commit, keys, undelivered,
    books: () => books.values(),
    transact(account, change) {
      const tx = begin(account);
      const result = change(tx);
      commit(tx);
      return result;
    },
    markDelivered(event, endpoint) {
      if (undelivered.has(event, endpoint)) write({ is: 'delivered', event, endpoint });
    },
    onEvents: (listener) => void listeners.push(listener),
    nowMs,
    aheadMs: () => aheadMs,
    advance: (byMs) => write({ is: 'clock', aheadMs: aheadMs + byMs }),
    reset() {
      const puts = [...book('').tables.endpoint.values()].map((endpoint) => ['endpoint', endpoint] as const);
      journal.clear();
      for (const forgotten of [books, undelivered]) forgotten.clear();
      keys.reset();
      aheadMs = 0;
      write({ is: 'change', account: '', puts });
    },
    close: () => journal.close(),
  };
}

function added(books: Map<string, Book>, made: Book): Book {
  books.set(made.account, made);
  return made;
}

/** Unique across restarts: a prefix drawn at each start, then a counter. */
function idMaker(): (prefix: string) => string {
  const run = randomBytes(6).toString('hex');
  let counter = 0;
  return (prefix) => `${prefix}_${run}${(++counter).toString(36).padStart(8, '0')}`;
}
