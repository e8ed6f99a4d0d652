import { isRefused, type Received } from '@daka/contracts';
import { sha256 } from '../../adapters/sha256';
import type { Book } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { evolveBook } from '../../domain/evolve-book';
import { chainEntries, EMPTY_LEDGER, type LedgerEntry } from '../../domain/ledger/entry';
import { postingsOf } from '../../domain/ledger/postings';
import { bookMessages } from '../../domain/messages';
import type { Books } from '../../ports';

type PaymentMessage = ReturnType<typeof bookMessages>[number];

/** The process died here; nothing of it but what was written remains. */
export class Crash extends Error {}

/** One book and its journal in memory, written together or not at all; it can crash before and after a write. */
export function createMemoryBooks(enrolmentId: string, crashNow: () => boolean) {
  let book: Book | null = null;
  let lastSeq = 0;
  const entries: LedgerEntry[] = [];
  const published: PaymentMessage[] = [];
  const last = new Map<string, number>();

  function write(events: readonly BookEvent[]): void {
    if (crashNow()) throw new Crash('before the write');
    const after = events.reduce(evolveBook as (state: Book | null, event: BookEvent) => Book, book as Book);
    const of = { book: enrolmentId, cohortId: after.cohortId, currency: after.price?.currency ?? 'XXX' };
    const added = chainEntries(entries.at(-1) ?? EMPTY_LEDGER, events.flatMap(postingsOf), of, sha256);
    for (const entry of added) {
      if (entries.some(({ cause }) => cause === entry.cause)) throw new Error(`${entry.cause} would be posted twice`);
    }
    published.push(...messagesOf(book, events));
    book = after;
    entries.push(...added);
    if (crashNow()) throw new Crash('after the write');
  }

  const books = {
    load: async () => book,
    withCredit: async () => [],
    async change(_id: string, decide: (state: Book | null) => readonly BookEvent[]) {
      const outcome = decide(book);
      if (isRefused(outcome)) return outcome;
      if (outcome.length > 0) write(outcome);
      return { state: book as Book, events: outcome };
    },
    /** Each number of a stream counts once and in order, however often and however late it comes. */
    async applyMessage({ topic, streamseq }: Received, decide: (state: Book | null) => readonly BookEvent[]) {
      const applied = last.get(topic) ?? 0;
      if (streamseq !== applied + 1) return { outcome: streamseq <= applied ? 'duplicate' : 'gap' };
      const events = decide(book);
      last.set(topic, streamseq);
      try {
        if (events.length > 0) write(events);
      } catch (error) {
        if (error instanceof Crash && error.message === 'before the write') last.set(topic, applied);
        throw error;
      }
      return { outcome: 'applied', events };
    },
  } as unknown as Books;

  return {
    books,
    entries,
    published,
    lastOf: (topic: string) => last.get(topic) ?? 0,
    current: () => book,
    lastSeq: () => lastSeq,
    put: (events: readonly BookEvent[]) => write(events),
    /** A message of the stream: each number counts once, however often and however late it comes. */
    deliver(seq: number, decide: (state: Book | null) => readonly BookEvent[]): void {
      if (seq !== lastSeq + 1) return;
      const events = decide(book);
      const before = lastSeq;
      lastSeq = seq;
      try {
        if (events.length > 0) write(events);
      } catch (error) {
        if (error instanceof Crash && error.message === 'before the write') lastSeq = before;
        throw error;
      }
    },
  };
}

/** What others hear of these events. */
function messagesOf(before: Book | null, events: readonly BookEvent[]): PaymentMessage[] {
  let book = before;
  return events.flatMap((event) => {
    book = evolveBook(book, event);
    return bookMessages(event, book);
  });
}
