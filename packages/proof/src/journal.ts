import { sha256 } from '@noble/hashes/sha2';
import { toHex } from './bytes.ts';

/** One entry of a book's journal, as payment writes it and as a learner exports it. */
export interface JournalEntry<Account extends string = string> {
  /** Spells the entry out, see `entryId`. Entries from before it did are named `<book>:<cause>`. */
  _id: string;
  book: string;
  cohortId: string;
  currency: string;
  /** Gapless per book, from 1. */
  seq: number;
  kind: string;
  cause: string;
  atMs: number;
  period?: string | undefined;
  /** The processor's own id of what moved the money. */
  source?: string | undefined;
  /** Debit > 0, credit < 0. */
  lines: readonly { account: Account; amountMinor: number }[];
  days?: readonly { day: string; kind: string; position: number; weight: number }[] | undefined;
  previousHash: string;
  hash: string;
}

export interface JournalHead {
  seq: number;
  hash: string;
}
/** Over UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;
export type JournalFault = { seq: number; fault: 'gap' | 'unbalanced' | 'wrong_link' | 'wrong_hash' | 'wrong_id' };
/** How far a journal has been re-added: its balances, its head, and the first thing that was wrong. */
export interface Replayed<Account extends string = string> {
  balances: Partial<Record<Account, number>>;
  head: JournalHead;
  fault: JournalFault | null;
}

export const EMPTY_JOURNAL: JournalHead = { seq: 0, hash: '0'.repeat(64) };
export const NOTHING_REPLAYED: Replayed<never> = { balances: {}, head: EMPTY_JOURNAL, fault: null };

/** What belongs to the learner, whatever becomes of it later; all other accounts are the organiser's, the pool's or the processor's. */
export const LEARNER_ACCOUNTS = [
  'deposits_held',
  'deposits_frozen',
  'refunds_payable',
  'refunds_in_flight',
  'bonus_payable',
  'learner_credit',
] as const;

/** Works wherever JavaScript does; a service may use its own. */
export const sha256Text: Sha256 = (text) => toHex(sha256(new TextEncoder().encode(text)));

/** sha-256 over the previous hash and everything else the entry says, in a fixed order. */
export function entryHash(entry: Omit<JournalEntry, '_id' | 'hash'>, hashText: Sha256): string {
  const canonical = [
    causeId(entry),
    entry.book,
    entry.cohortId,
    entry.currency,
    entry.seq,
    entry.kind,
    entry.cause,
    entry.atMs,
    entry.period ?? null,
    entry.lines.map(({ account, amountMinor }) => [account, amountMinor]),
    (entry.days ?? []).map(({ day, kind, position, weight }) => [day, kind, position, weight]),
    // Only where there is one: entries without a source keep the hash that they have always had.
    ...(entry.source === undefined ? [] : [entry.source]),
  ];
  return hashText(`${entry.previousHash}\n${JSON.stringify(canonical)}`);
}

/**
 * Everything that an entry says, in one line. No database changes the _id of a document, and ours takes an entry only under
 * the _id that spells it out: so an entry that is stored cannot be rewritten, whoever tries.
 */
export function entryId(entry: Omit<JournalEntry, '_id'>): string {
  const {
    book,
    seq,
    cohortId,
    currency,
    kind,
    atMs,
    period = '',
    source = '',
    lines,
    days,
    previousHash,
    hash,
    cause,
  } = entry;
  const lineTexts = lines.map(({ account, amountMinor }) => `${account}=${amountMinor};`).join('');
  const dayTexts =
    days === undefined
      ? ''
      : `[${days.map(({ day, kind: how, position, weight }) => `${day},${how},${position},${weight};`).join('')}`;
  // The cause may quote what a person wrote: it stands last, so that no bar in it can be taken for another field's end.
  return [
    book,
    seq,
    cohortId,
    currency,
    kind,
    atMs,
    period,
    source,
    lineTexts,
    dayTexts,
    previousHash,
    hash,
    cause,
  ].join('|');
}

/** Re-adds one more entry, in order of seq; after the first fault nothing counts any more. */
export function replayEntry<Account extends string>(
  replayed: Replayed<Account>,
  entry: JournalEntry<Account>,
  hashText: Sha256,
): Replayed<Account> {
  if (replayed.fault) return replayed;
  const fault = faultOf(entry, replayed.head, hashText);
  if (fault) return { ...replayed, fault: { seq: entry.seq, fault } };
  const balances = { ...replayed.balances };
  for (const { account, amountMinor } of entry.lines) balances[account] = (balances[account] ?? 0) + amountMinor;
  return { balances, head: { seq: entry.seq, hash: entry.hash }, fault: null };
}

/** Re-adds one book's entries in order of seq. */
export function replayEntries<Account extends string>(
  entries: readonly JournalEntry<Account>[],
  hashText: Sha256,
): Replayed<Account> {
  return entries.reduce<Replayed<Account>>(
    (replayed, entry) => replayEntry(replayed, entry, hashText),
    NOTHING_REPLAYED,
  );
}

/** What a book owes its learner, by its balances. */
export function owedMinor(balances: Readonly<Partial<Record<string, number>>>): number {
  return LEARNER_ACCOUNTS.reduce((sum, account) => sum - (balances[account] ?? 0), 0);
}

function faultOf(entry: JournalEntry, head: JournalHead, hashText: Sha256): JournalFault['fault'] | null {
  if (entry.seq !== head.seq + 1) return 'gap';
  if (entry.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== 0) return 'unbalanced';
  if (entry.previousHash !== head.hash) return 'wrong_link';
  if (entry.hash !== entryHash(entry, hashText)) return 'wrong_hash';
  return entry._id === entryId(entry) || entry._id === causeId(entry) ? null : 'wrong_id';
}

function causeId({ book, cause }: Pick<JournalEntry, 'book' | 'cause'>): string {
  return `${book}:${cause}`;
}
