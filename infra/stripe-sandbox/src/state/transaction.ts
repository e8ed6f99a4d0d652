import type { Book } from './book';
import type { EventRecord, Kind, Put, RecordOf, Snapshot, WebhookEndpointRecord } from './records';

export interface Request {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

/** A draft of one change: reads see what it has put, nobody else does until it is committed. */
export interface Transaction {
  readonly book: Book;
  readonly puts: readonly Put[];
  readonly nowMs: number;
  /** Epoch seconds. */
  readonly now: number;
  newId(prefix: string): string;
  find<K extends Kind>(kind: K, id: string): RecordOf[K] | undefined;
  put<K extends Kind>(kind: K, record: RecordOf[K]): void;
  /** A part of the same change in another account's book. */
  inAccount(account: string): Transaction;
  /** The parts in other books. */
  elsewhere(): readonly Transaction[];
  /** Says that something happened; endpoints registered for it hear of it after the commit. */
  emit(type: string, snapshot: Snapshot, previous?: Readonly<Record<string, unknown>>): void;
}

interface Parts {
  readonly book: Book;
  readonly bookOf: (account: string) => Book;
  readonly platform: Book;
  readonly nowMs: number;
  readonly newId: (prefix: string) => string;
  readonly request?: Request;
}

export function createTransaction(parts: Parts): Transaction {
  const { book, platform, nowMs, newId, request } = parts;
  const others = new Map<string, Transaction>();
  const puts: Put[] = [];
  const drafts = new Map<string, RecordOf[Kind]>();
  const now = Math.floor(nowMs / 1000);

  function put<K extends Kind>(kind: K, record: RecordOf[K]): void {
    puts.push([kind, record] as unknown as Put);
    drafts.set(record.id, record);
  }

  return {
    book,
    puts,
    nowMs,
    now,
    newId,
    put,
    inAccount(account) {
      const other = others.get(account) ?? createTransaction({ ...parts, book: parts.bookOf(account) });
      others.set(account, other);
      return other;
    },
    elsewhere: () => [...others.values()],
    find: (kind, id) => (drafts.get(id) as never) ?? book.tables[kind].get(id),
    emit(type, snapshot, previous) {
      const event: EventRecord = {
        id: newId('evt'),
        created: now,
        type,
        snapshot,
        previous: previous ?? null,
        account: book.account,
        requestId: request?.id ?? null,
        idempotencyKey: request?.idempotencyKey ?? null,
        orderKey: paymentOf(snapshot),
        endpoints: [...platform.tables.endpoint.values()]
          .filter((endpoint) => hears(endpoint, type, book.account))
          .map(({ id }) => id),
      };
      put('event', event);
    },
  };
}

function hears(endpoint: WebhookEndpointRecord, type: string, account: string): boolean {
  const side = account === '' ? 'own' : 'connect';
  const wanted = endpoint.enabledEvents.includes('*') || endpoint.enabledEvents.includes(type);
  return !endpoint.deleted && wanted && (endpoint.hears === 'all' || endpoint.hears === side);
}

function paymentOf({ kind, record }: Snapshot): string {
  switch (kind) {
    case 'session':
      return record.paymentIntent ?? record.id;
    case 'intent':
      return record.id;
    case 'charge':
    case 'refund':
    case 'dispute':
      return record.paymentIntent === '' ? record.id : record.paymentIntent;
    case 'transfer':
    case 'account':
      return record.id;
    default:
      return kind satisfies never;
  }
}
