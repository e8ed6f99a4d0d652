import type { Book } from './book';
import type { Memory } from './memory';
import type { Commit, EventRecord, KeyRecord, Kind, Put } from './records';

/** Stripe shows events of the last 30 days. */
const EVENT_LIFETIME_SECONDS = 30 * 86_400;
const RECORDS_PER_LINE = 200;
const DEAD_SHARE = 1 / 4;

/** How many records a line carries. */
export function weightOf(line: Commit): number {
  switch (line.is) {
    case 'change':
      return [line, ...(line.also ?? [])].reduce((sum, { puts }) => sum + puts.length, line.key ? 1 : 0);
    case 'snapshot':
      return line.puts.length + line.keys.length;
    case 'owed':
    case 'delivered':
    case 'clock':
      return 1;
    default:
      throw line satisfies never;
  }
}

/** Whether so much of what was read is superseded or forgotten that writing the rest anew pays. */
export function isWorthCompacting(recordsRead: number, lines: readonly Commit[]): boolean {
  const dead = recordsRead - lines.reduce((sum, line) => sum + weightOf(line), 0);
  return dead > 0 && dead >= recordsRead * DEAD_SHARE;
}

/** The lines that bring back everything that is still of use: the last state of each record, keys not forgotten, what is owed to endpoints. */
export function snapshotLines(memory: Memory): Commit[] {
  const clock: Commit[] = memory.aheadMs() === 0 ? [] : [{ is: 'clock', aheadMs: memory.aheadMs() }];
  const records = [...memory.books.values()].flatMap((book): Commit[] => [
    ...chunks(putsOf(book, memory)).map((puts) => ({ is: 'snapshot' as const, account: book.account, puts, keys: [] })),
    ...chunks(keysOf(book, memory)).map((keys) => ({ is: 'snapshot' as const, account: book.account, puts: [], keys })),
  ]);
  const owed = [...memory.undelivered.entries()].map(({ account, eventId, endpoints }): Commit => ({
    is: 'owed',
    account,
    event: eventId,
    endpoints,
  }));
  return [...clock, ...records, ...owed];
}

function putsOf(book: Book, { undelivered, nowMs }: Memory): Put[] {
  const isOfUse = (event: EventRecord): boolean =>
    event.created + EVENT_LIFETIME_SECONDS > nowMs() / 1_000 ||
    event.endpoints.some((endpoint) => undelivered.has(event.id, endpoint));
  return (Object.keys(book.tables) as Kind[]).flatMap((kind) =>
    [...book.tables[kind].values()]
      .filter((record) => kind !== 'event' || isOfUse(record as EventRecord))
      .map((record) => [kind, record] as unknown as Put),
  );
}

const keysOf = (book: Book, { keys }: Memory): KeyRecord[] =>
  [...book.keys.values()].filter(({ key }) => keys.find(book, key) !== undefined);

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / RECORDS_PER_LINE) }, (_, i) =>
    all.slice(i * RECORDS_PER_LINE, (i + 1) * RECORDS_PER_LINE),
  );
