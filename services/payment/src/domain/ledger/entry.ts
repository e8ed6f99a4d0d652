import { EMPTY_JOURNAL, entryHash, entryId, type JournalHead, type Sha256 } from '@daka/proof';
import type { Replayed as ReplayedJournal } from '@daka/proof';
import type { Account, Line } from './accounts';

// Learners re-add their own journals with the same code, offline: it lives in packages/proof.
export { entryId, NOTHING_REPLAYED, replayEntries, replayEntry, type Sha256 } from '@daka/proof';
export type Replayed = ReplayedJournal<Account>;

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
  | 'paid'
  | 'paid_in_excess'
  | 'fee_earned'
  | 'payout_due'
  | 'refund_sent'
  | 'refunded'
  | 'refund_failed'
  | 'refund_returned'
  | 'forfeited'
  | 'kept_as_credit'
  | 'bonus_awarded'
  | 'bonus_placed'
  | 'cancelled'
  | 'pool_shared'
  | 'transferred'
  | 'transfer_reversed'
  | 'processor_fee'
  | 'dispute_withdrawn'
  | 'dispute_returned'
  | 'dispute_fee'
  | 'dispute_fee_returned'
  | 'dispute_lost'
  | 'hand_payment_told'
  | 'hand_payment_objected'
  | 'paid_outside'
  | 'appeal_opened'
  | 'appeal_answered'
  | 'appeal_eased'
  | 'credit_used'
  | 'credit_moved';

export interface EarningDay {
  day: string;
  kind: 'on_time' | 'made_up';
  position: number;
  weight: number;
}

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

export type LedgerHead = JournalHead;
export interface BookOfEntry {
  book: string;
  cohortId: string;
  currency: string;
}

export const EMPTY_LEDGER: LedgerHead = EMPTY_JOURNAL;

/** The entries that follow `head`, in order, each linked to the one before. @throws when a posting is unbalanced, empty or not in integers. */
export function chainEntries(
  head: LedgerHead,
  postings: readonly Posting[],
  of: BookOfEntry,
  sha256: Sha256,
): LedgerEntry[] {
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

function assertBalanced({ cause, lines }: Posting): void {
  const sumMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const isSound =
    lines.length >= 2 && lines.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor !== 0);
  if (sumMinor !== 0 || !isSound) throw new Error(`posting ${cause} does not balance: ${JSON.stringify(lines)}`);
}
