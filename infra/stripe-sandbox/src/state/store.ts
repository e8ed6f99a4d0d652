import { randomBytes } from 'node:crypto';
import type { Book } from './book';
import { openJournal, type Journal } from './journal';
import type { Keys } from './keys';
import { createMemory, type Memory } from './memory';
import type { Commit, EventRecord, KeyRecord } from './records';
import { isWorthCompacting, snapshotLines, weightOf } from './snapshot';
import { createTransaction, type Request, type Transaction } from './transaction';
import type { Undelivered } from './undelivered';

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
  const memory = createMemory(now);
  const { book, nowMs, undelivered, keys } = memory;
  const listeners: ((events: readonly EventRecord[]) => void)[] = [];
  const newId = idMaker();
  const journal = replayed(dataFile, memory);

  function write(line: Commit): void {
    journal.append(line);
    memory.apply(line);
  }

  function commit(tx: Transaction, key?: KeyRecord): void {
    const line = lineOf(tx, key);
    if (line === undefined) return;
    write(line);
    const puts = [line, ...(line.also ?? [])].flatMap((part) => part.puts);
    const events = puts.flatMap((put) => (put[0] === 'event' ? [put[1]] : []));
    if (events.length > 0) for (const listener of listeners) listener(events);
  }

  const begin: Store['begin'] = (account, request) =>
    createTransaction({
      book: book(account),
      bookOf: book,
      platform: book(''),
      nowMs: nowMs(),
      newId,
      ...(request && { request }),
    });

  return {
    book,
    begin,
    commit,
    keys,
    undelivered,
    nowMs,
    books: () => memory.books.values(),
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
    aheadMs: memory.aheadMs,
    advance: (byMs) => write({ is: 'clock', aheadMs: memory.aheadMs() + byMs }),
    reset() {
      const puts = [...book('').tables.endpoint.values()].map((endpoint) => ['endpoint', endpoint] as const);
      journal.clear();
      memory.forget();
      keys.reset();
      write({ is: 'change', account: '', puts });
    },
    close: () => journal.close(),
  };
}

/** All that a draft changes, in its own account and in others; undefined: nothing. */
function lineOf(tx: Transaction, key?: KeyRecord): Extract<Commit, { is: 'change' }> | undefined {
  const also = tx.elsewhere().map(({ book: { account }, puts }) => ({ account, puts }));
  if (tx.puts.length === 0 && also.length === 0 && !key) return undefined;
  return {
    is: 'change',
    account: tx.book.account,
    puts: tx.puts,
    ...(key && { key }),
    ...(also.length > 0 && { also }),
  };
}

/** Reads the journal into memory, and writes it anew when much of it is of no use any more. Memory follows: what the new one leaves out is forgotten. */
function replayed(dataFile: string | undefined, memory: Memory): Journal<Commit> {
  let recordsRead = 0;
  const journal = openJournal<Commit>(dataFile, (line) => {
    recordsRead += weightOf(line);
    memory.apply(line);
  });
  const lines = snapshotLines(memory);
  if (isWorthCompacting(recordsRead, lines) && journal.rewrite(lines)) {
    memory.forget();
    lines.forEach(memory.apply);
  }
  return journal;
}

/** Unique across restarts: a prefix drawn at each start, then a counter. */
function idMaker(): (prefix: string) => string {
  const run = randomBytes(6).toString('hex');
  let counter = 0;
  return (prefix) => `${prefix}_${run}${(++counter).toString(36).padStart(8, '0')}`;
}
