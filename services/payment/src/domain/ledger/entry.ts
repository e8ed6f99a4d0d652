import { type Account, addLines, type Line } from './accounts';

/** Why money moved. `cause` is unique in a book, so that the same cause can never be posted twice. */
export interface Posting {
  cause: string;
  kind: PostingKind;
  atMs: number;
  lines: readonly Line[];
  period?: string;
  /** The processor's own id of what moved the money, as its balance transactions name it: charge, refund or dispute. */
  source?: string;
  /** The days that earned it. */
  days?: readonly EarningDay[];
}

export type PostingKind =
  | 'paid' | 'paid_in_excess' | 'fee_earned' | 'payout_due' | 'refund_sent' | 'refunded' | 'refund_failed' | 'refund_returned'
  | 'forfeited' | 'kept_as_credit' | 'bonus_awarded' | 'bonus_placed' | 'cancelled' | 'pool_shared'
  | 'processor_fee' | 'dispute_withdrawn' | 'dispute_returned' | 'dispute_fee' | 'dispute_fee_returned' | 'dispute_lost' | 'paid_outside'
  | 'appeal_opened' | 'appeal_answered' | 'appeal_eased' | 'credit_used' | 'credit_moved';

export interface EarningDay { day: string; kind: 'on_time' | 'made_up'; position: number; weight: number }

/** One journal entry: never updated, linked to the one before it. */
export interface LedgerEntry extends Posting {
  /** Spells the entry out, see `entryId`. Entries from before it did are named `<book>:<cause>`. */
  _id: string;
  book: string;
  cohortId: string;
  currency: string;
  /** Gapless per book, from 1. */
  seq: number;
  previousHash: string;
  hash: string;
}

export interface LedgerHead { seq: number; hash: string }
export interface BookOfEntry { book: string; cohortId: string; currency: string }
export type Sha256 = (text: string) => string;

export const EMPTY_LEDGER: LedgerHead = { seq: 0, hash: '0'.repeat(64) };

/** The entries that follow `head`, in order, each linked to the one before. @throws when a posting is unbalanced, empty or not in integers. */
export function chainEntries(head: LedgerHead, postings: readonly Posting[], of: BookOfEntry, sha256: Sha256): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let { seq, hash } = head;
  for (const posting of postings) {
    assertBalanced(posting);
    seq += 1;
    const content = { ...of, ...posting, seq, previousHash: hash };
    hash = entryHash(content, sha256);
    entries.push({ _id: entryId({ ...content, hash }), ...content, hash });
  }
  return entries;
}

/** sha-256 over the previous hash and everything else the entry says, in a fixed order. */
export function entryHash(entry: Omit<LedgerEntry, '_id' | 'hash'>, sha256: Sha256): string {
  const canonical = [
    causeId(entry), entry.book, entry.cohortId, entry.currency, entry.seq, entry.kind, entry.cause, entry.atMs, entry.period ?? null,
    entry.lines.map(({ account, amountMinor }) => [account, amountMinor]),
    (entry.days ?? []).map(({ day, kind, position, weight }) => [day, kind, position, weight]),
    // Only where there is one: entries without a source keep the hash that they have always had.
    ...(entry.source === undefined ? [] : [entry.source]),
  ];
  return sha256(`${entry.previousHash}\n${JSON.stringify(canonical)}`);
}

/**
 * Everything that an entry says, in one line. No database changes the _id of a document, and ours takes an entry only under
 * the _id that spells it out: so an entry that is stored cannot be rewritten, whoever tries.
 */
export function entryId(entry: Omit<LedgerEntry, '_id'>): string {
  const { book, seq, cohortId, currency, kind, atMs, period = '', source = '', lines, days, previousHash, hash, cause } = entry;
  const lineTexts = lines.map(({ account, amountMinor }) => `${account}=${amountMinor};`).join('');
  const dayTexts = days === undefined ? '' : `[${days.map(({ day, kind: how, position, weight }) => `${day},${how},${position},${weight};`).join('')}`;
  // The cause may quote what a person wrote: it stands last, so that no bar in it can be taken for another field's end.
  return [book, seq, cohortId, currency, kind, atMs, period, source, lineTexts, dayTexts, previousHash, hash, cause].join('|');
}

function causeId({ book, cause }: Pick<LedgerEntry, 'book' | 'cause'>): string {
  return `${book}:${cause}`;
}

function assertBalanced({ cause, lines }: Posting): void {
  const sumMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const isSound = lines.length >= 2 && lines.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor !== 0);
  if (sumMinor !== 0 || !isSound) throw new Error(`posting ${cause} does not balance: ${JSON.stringify(lines)}`);
}

export type AccountSums = Partial<Record<Account, number>>;

export type LedgerFault = { seq: number; fault: 'gap' | 'unbalanced' | 'wrong_link' | 'wrong_hash' | 'wrong_id' };

/** How far a journal has been re-added: its balances, its head, and the first thing that was wrong. */
export interface Replayed { balances: AccountSums; head: LedgerHead; fault: LedgerFault | null }

export const NOTHING_REPLAYED: Replayed = { balances: {}, head: EMPTY_LEDGER, fault: null };

/** Re-adds one more entry, in order of seq; after the first fault nothing counts any more. */
export function replayEntry(replayed: Replayed, entry: LedgerEntry, sha256: Sha256): Replayed {
  if (replayed.fault) return replayed;
  const fault = faultOf(entry, replayed.head, sha256);
  if (fault) return { ...replayed, fault: { seq: entry.seq, fault } };
  return { balances: addLines(replayed.balances, entry.lines), head: { seq: entry.seq, hash: entry.hash }, fault: null };
}

/** Re-adds one book's entries in order of seq. */
export function replayEntries(entries: readonly LedgerEntry[], sha256: Sha256): Replayed {
  return entries.reduce((replayed, entry) => replayEntry(replayed, entry, sha256), NOTHING_REPLAYED);
}

function faultOf(entry: LedgerEntry, head: LedgerHead, sha256: Sha256): LedgerFault['fault'] | null {
  if (entry.seq !== head.seq + 1) return 'gap';
  if (entry.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== 0) return 'unbalanced';
  if (entry.previousHash !== head.hash) return 'wrong_link';
  if (entry.hash !== entryHash(entry, sha256)) return 'wrong_hash';
  return entry._id === entryId(entry) || entry._id === causeId(entry) ? null : 'wrong_id';
}
