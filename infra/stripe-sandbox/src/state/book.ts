import type { KeyRecord, Kind, Put, RecordOf } from './records';
import { createTable, type Table } from './table';

/** Everything of one account (the platform's own or a connected one). Accounts see nothing of each other. */
export interface Book {
  readonly account: string;
  readonly tables: { readonly [K in Kind]: Table<RecordOf[K]> };
  /** What the account has, per currency; what matures is still part of it. */
  readonly balanceMinor: Map<string, number>;
  /** Balance transactions whose money was still pending when they were made. */
  readonly maturing: Set<string>;
  readonly keys: Map<string, KeyRecord>;
  readonly openSessions: Set<string>;
  /** Disputes that wait for evidence. */
  readonly unansweredDisputes: Set<string>;
  /** Refunds that settle by themselves later. */
  readonly settlingRefunds: Set<string>;
}

export function createBook(account: string): Book {
  return {
    account,
    tables: {
      session: createTable({ intent: () => null }),
      intent: createTable({ session: (intent) => intent.session }),
      charge: createTable({ intent: (charge) => charge.paymentIntent }),
      refund: createTable({ charge: (refund) => refund.charge, intent: (refund) => refund.paymentIntent }),
      balanceTransaction: createTable({ source: (txn) => txn.source }),
      dispute: createTable({ charge: (dispute) => dispute.charge, intent: (dispute) => dispute.paymentIntent }),
      transfer: createTable({
        destination: (transfer) => transfer.destination,
        group: (transfer) => transfer.transferGroup,
      }),
      transferReversal: createTable({ transfer: (reversal) => reversal.transfer }),
      account: createTable({}),
      accountLink: createTable({}),
      endpoint: createTable({}),
      event: createTable({ type: (event) => event.type }),
    },
    balanceMinor: new Map(),
    maturing: new Set(),
    keys: new Map(),
    openSessions: new Set(),
    unansweredDisputes: new Set(),
    settlingRefunds: new Set(),
  };
}

/** Applies one put; the only place where a book changes. */
export function applyPut(book: Book, put: Put): void {
  const [kind, record] = put;
  if (kind === 'balanceTransaction' && !book.tables.balanceTransaction.get(record.id)) {
    const before = book.balanceMinor.get(record.currency) ?? 0;
    book.balanceMinor.set(record.currency, before + record.amountMinor - record.feeMinor);
    if (record.availableOn !== undefined) book.maturing.add(record.id);
  }
  if (kind === 'session') setMember(book.openSessions, record.id, record.status === 'open');
  if (kind === 'refund') setMember(book.settlingRefunds, record.id, record.settles !== null);
  if (kind === 'dispute') setMember(book.unansweredDisputes, record.id, record.status === 'needs_response');
  (book.tables[kind] as Table<typeof record>).put(record);
}

function setMember(set: Set<string>, id: string, isMember: boolean): void {
  if (isMember) set.add(id);
  else set.delete(id);
}
