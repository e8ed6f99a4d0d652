import { applyPut, createBook, type Book } from './book';
import { createKeys, type Keys } from './keys';
import type { Commit } from './records';
import { createUndelivered, type Undelivered } from './undelivered';

/** What the lines of the journal add up to. */
export interface Memory {
  readonly books: ReadonlyMap<string, Book>;
  /** Opened on first sight. */
  book(account: string): Book;
  readonly undelivered: Undelivered;
  readonly keys: Keys;
  aheadMs(): number;
  nowMs(): number;
  apply(line: Commit): void;
  forget(): void;
}

export function createMemory(now: () => number): Memory {
  let aheadMs = 0;
  const nowMs = (): number => now() + aheadMs;
  const books = new Map<string, Book>();
  const undelivered = createUndelivered();
  const keys = createKeys(nowMs);

  function book(account: string): Book {
    const known = books.get(account) ?? createBook(account);
    books.set(account, known);
    return known;
  }

  function apply(line: Commit): void {
    switch (line.is) {
      case 'change':
        for (const { account, puts } of [line, ...(line.also ?? [])])
          for (const put of puts) {
            applyPut(book(account), put);
            if (put[0] === 'event') undelivered.add(put[1]);
          }
        return line.key && keys.remember(book(line.account), line.key);
      case 'snapshot':
        for (const put of line.puts) applyPut(book(line.account), put);
        return line.keys.forEach((key) => keys.remember(book(line.account), key));
      case 'owed':
        return undelivered.add({ ...line, id: line.event });
      case 'delivered':
        return undelivered.settle(line.event, line.endpoint);
      case 'clock':
        return void (aheadMs = line.aheadMs);
      default:
        throw line satisfies never;
    }
  }

  return {
    books,
    book,
    undelivered,
    keys,
    nowMs,
    apply,
    aheadMs: () => aheadMs,
    forget() {
      aheadMs = 0;
      for (const forgotten of [books, undelivered]) forgotten.clear();
    },
  };
}
