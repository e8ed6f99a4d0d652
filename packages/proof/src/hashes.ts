import { sha256 } from '@noble/hashes/sha2';
import { concatBytes } from '@noble/hashes/utils';
import { fromHex, HASH_BYTES, text, toHex, uint64 } from './bytes';

/** The first byte of everything that is hashed: a leaf can never pass for a node, nor a node for a day. */
const TAG = { leaf: Uint8Array.of(0), parent: Uint8Array.of(1), day: Uint8Array.of(2), head: Uint8Array.of(3) };

/** What comes before the first day, and before the first book. */
export const NOTHING_BEFORE = '0'.repeat(HASH_BYTES * 2);

export interface Leaf {
  /** The UTC day that the balance closes, "YYYY-MM-DD". */
  day: string;
  /** 32 random bytes, known to the learner only: without them nobody can guess who a leaf is. */
  salt: string;
  account: string;
  balanceMinor: number;
}

/** A node of the tree: what is below it adds up to its sum. */
export interface SumNode { sumMinor: number; hash: Uint8Array }

/** One book as a proof names it: its journal at one entry. */
export interface BookHead { book: string; seq: number; head: string }

export interface DayFacts {
  day: string;
  organisationId: string;
  currency: string;
  count: number;
  sumMinor: number;
  root: string;
  previousDayHash: string;
  ledgerHead: string;
}

/** leaf = H(0 | day | salt | account | balance). @throws RangeError for a negative balance or one beyond 2^53 - 1. */
export function leafNode({ day, salt, account, balanceMinor }: Leaf): SumNode {
  const balance = uint64(balanceMinor, `the balance of ${account}`);
  return { sumMinor: balanceMinor, hash: sha256(concatBytes(TAG.leaf, text(day), fromHex(salt), text(account), balance)) };
}

/** parent = H(1 | sumL | hashL | sumR | hashR). @throws RangeError when a sum is negative or the two leave the safe integers. */
export function parentNode(left: SumNode, right: SumNode): SumNode {
  const sumMinor = left.sumMinor + right.sumMinor;
  const sums = [uint64(left.sumMinor, 'a sum'), uint64(right.sumMinor, 'a sum')] as const;
  uint64(sumMinor, 'a sum');
  return { sumMinor, hash: sha256(concatBytes(TAG.parent, sums[0], left.hash, sums[1], right.hash)) };
}

/** day = H(2 | day | organisation | currency | count | sum | root | previous day's hash | ledger head). */
export function dayHash({ day, organisationId, currency, count, sumMinor, root, previousDayHash, ledgerHead }: DayFacts): string {
  return toHex(sha256(concatBytes(
    TAG.day, text(day), text(organisationId), text(currency), uint64(count, 'the count'), uint64(sumMinor, 'the sum'),
    fromHex(root), fromHex(previousDayHash), fromHex(ledgerHead),
  )));
}

/** The digest over all books' heads, book by book: H(3 | digest before | book | seq | head). Starts with `NOTHING_BEFORE`. */
export function addHead(digest: string, { book, seq, head }: BookHead): string {
  return toHex(sha256(concatBytes(TAG.head, fromHex(digest), text(book), uint64(seq, 'seq'), fromHex(head))));
}

/** The account that a leaf names: a book at one entry of its journal, so that balance and history cannot be exchanged one without the other. */
export function accountName({ book, seq, head }: BookHead): string {
  return `${book}#${seq}#${head}`;
}
