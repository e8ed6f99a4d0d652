import type { Account, Line } from './accounts';

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
  | 'appeal_opened' | 'appeal_answered' | 'appeal_eased';

export interface EarningDay { day: string; kind: 'on_time' | 'made_up'; position: number; weight: number }

/** One journal entry: never updated, linked to the one before it. */
export interface LedgerEntry extends Posting {
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
    const content = { _id: `${of.book}:${posting.cause}`, ...of, ...posting, seq, previousHash: hash };
    hash = entryHash(content, sha256);
    entries.push({ ...content, hash });
  }
  return entries;
}

/** sha-256 over the previous hash and everything else the entry says, in a fixed order. */
export function entryHash(entry: Omit<LedgerEntry, 'hash'>, sha256: Sha256): string {
  const canonical = [
    entry._id, entry.book, entry.cohortId, entry.currency, entry.seq, entry.kind, entry.cause, entry.atMs, entry.period ?? null,
    entry.lines.map(({ account, amountMinor }) => [account, amountMinor]),
    (entry.days ?? []).map(({ day, kind, position, weight }) => [day, kind, position, weight]),
    // Only where there is one: entries without a source keep the hash that they have always had.
    ...(entry.source === undefined ? [] : [entry.source]),
  ];
  return sha256(`${entry.previousHash}\n${JSON.stringify(canonical)}`);
}

function assertBalanced({ cause, lines }: Posting): void {
  const sumMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const isSound = lines.length >= 2 && lines.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor !== 0);
  if (sumMinor !== 0 || !isSound) throw new Error(`posting ${cause} does not balance: ${JSON.stringify(lines)}`);
}

export type AccountSums = Partial<Record<Account, number>>;

export type LedgerFault = { seq: number; fault: 'gap' | 'unbalanced' | 'wrong_link' | 'wrong_hash' };

/** Re-adds one book's entries in order of seq: its balances, its head, and the first thing that is wrong. */
export function replayEntries(entries: readonly LedgerEntry[], sha256: Sha256): { balances: AccountSums; head: LedgerHead; fault: LedgerFault | null } {
  const balances: AccountSums = {};
  let head = EMPTY_LEDGER;
  for (const entry of entries) {
    const fault = faultOf(entry, head, sha256);
    if (fault) return { balances, head, fault: { seq: entry.seq, fault } };
    for (const { account, amountMinor } of entry.lines) balances[account] = (balances[account] ?? 0) + amountMinor;
    head = { seq: entry.seq, hash: entry.hash };
  }
  return { balances, head, fault: null };
}

function faultOf(entry: LedgerEntry, head: LedgerHead, sha256: Sha256): LedgerFault['fault'] | null {
  if (entry.seq !== head.seq + 1) return 'gap';
  if (entry.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== 0) return 'unbalanced';
  if (entry.previousHash !== head.hash) return 'wrong_link';
  return entry.hash === entryHash(entry, sha256) ? null : 'wrong_hash';
}
