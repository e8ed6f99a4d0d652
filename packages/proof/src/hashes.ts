import { sha256 } from '@noble/hashes/sha2';
import { createInput, fromHex, HASH_BYTES, type Input, requireCount, toHex } from './bytes.ts';
import type { Custody } from './custody.ts';

/** The first byte of everything that is hashed: a leaf can never pass for a node, nor a node for a day. */
const TAG = { leaf: 0, parent: 1, day: 2, head: 3, split: 4, custody: 5, decisions: 6 } as const;

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
export interface SumNode {
  sumMinor: number;
  hash: Uint8Array;
}

/** One book as a proof names it: its journal at one entry. */
export interface BookHead {
  book: string;
  seq: number;
  head: string;
}

/** How far the decision log of one cohort had come, and the hash of its last entry. */
export interface DecisionHead {
  cohortId: string;
  length: number;
  head: string;
}

export interface DayFacts {
  day: string;
  organisationId: string;
  currency: string;
  count: number;
  sumMinor: number;
  root: string;
  previousDayHash: string;
  ledgerHead: string;
  /** What is really there; absent on days from before the processor's balance was read. */
  custody?: Custody | undefined;
  /** The decision logs that had grown since they were last proven; absent where none had. */
  decisions?: readonly DecisionHead[] | undefined;
}

/** SHA-256. The bytes are overwritten afterwards. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

/** Everything that is hashed in a proof. */
export interface Hashing {
  /** leaf = H(0 | day | salt | account | balance). @throws RangeError for a negative balance or one beyond 2^53 - 1. */
  leafNode(leaf: Leaf): SumNode;
  /**
   * The two leaves of a book. The first owes `H(4 | salt)` (its first eight bytes, big end first) modulo balance + 1, the second the rest;
   * their accounts end in `#1` and `#2`. Whoever does not know the salt sees in one of them no more than what the balance is at least.
   */
  halvesOf(leaf: Leaf): readonly [SumNode, SumNode];
  /** parent = H(1 | sumL | hashL | sumR | hashR). @throws RangeError when a sum is negative or the two leave the safe integers. */
  parentNode(left: SumNode, right: SumNode): SumNode;
  /**
   * day = H(2 | day | organisation | currency | count | sum | root | previous day's hash | ledger head); with what is really there
   * H(5 | the same | cash | read at | accounts | of each: account, available, pending, books, free, own, own free), figures as decimal texts.
   * With decision logs it begins with 6 instead, and the logs follow: their number, of each: cohort, length, head.
   */
  dayHash(facts: DayFacts): string;
  /** The digest over all books' heads, book by book: H(3 | digest before | book | seq | head). Starts with `NOTHING_BEFORE`. */
  headAfter(digest: Uint8Array, head: BookHead): Uint8Array;
}

/** The same hashes with a SHA-256 of one's own: a service hashes millions, and its platform does that faster. */
export function createHashing(hash: HashBytes): Hashing {
  const input = createInput();

  function leafNode({ day, salt, account, balanceMinor }: Leaf): SumNode {
    input.start(TAG.leaf).text(day).hex(salt).text(account).number(balanceMinor, 'the balance of ', account);
    return { sumMinor: balanceMinor, hash: hash(input.bytes()) };
  }

  function halvesOf(leaf: Leaf): readonly [SumNode, SumNode] {
    const { account, balanceMinor } = leaf;
    requireCount(balanceMinor, 'the balance of ', account);
    const firstMinor = remainder(hash(input.start(TAG.split).hex(leaf.salt).bytes()), balanceMinor + 1);
    return [
      leafNode({ ...leaf, account: `${account}#1`, balanceMinor: firstMinor }),
      leafNode({ ...leaf, account: `${account}#2`, balanceMinor: balanceMinor - firstMinor }),
    ];
  }

  return {
    leafNode,
    halvesOf,
    parentNode(left, right) {
      const sumMinor = left.sumMinor + right.sumMinor;
      requireCount(sumMinor, 'a sum');
      input
        .start(TAG.parent)
        .number(left.sumMinor, 'a sum')
        .hash(left.hash)
        .number(right.sumMinor, 'a sum')
        .hash(right.hash);
      return { sumMinor, hash: hash(input.bytes()) };
    },
    dayHash(facts) {
      const { day, organisationId, currency, count, sumMinor, root, previousDayHash, ledgerHead, custody, decisions } =
        facts;
      input.start(tagOf(facts)).text(day).text(organisationId).text(currency);
      input.number(count, 'the count').number(sumMinor, 'the sum');
      input.hex(root).hex(previousDayHash).hex(ledgerHead);
      if (custody !== undefined) putCustody(input, custody);
      else if (decisions !== undefined) input.text('');
      if (decisions !== undefined) putDecisions(input, decisions);
      return toHex(hash(input.bytes()));
    },
    headAfter(digest, { book, seq, head }) {
      return hash(input.start(TAG.head).hash(digest).text(book).number(seq, 'seq').hex(head).bytes());
    },
  };
}

function tagOf({ custody, decisions }: DayFacts): number {
  if (decisions !== undefined) return TAG.decisions;
  return custody === undefined ? TAG.day : TAG.custody;
}

function putDecisions(input: Input, decisions: readonly DecisionHead[]): void {
  input.number(decisions.length, 'the number of decision logs');
  for (const { cohortId, length, head } of decisions) input.text(cohortId).number(length, 'the length').hex(head);
}

/** As texts, because a balance may be overdrawn. */
function putCustody(input: Input, { cashMinor, readAt, accounts }: Custody): void {
  input.text(String(cashMinor)).text(readAt).number(accounts.length, 'the number of accounts');
  for (const { account, ...figures } of accounts) {
    input.text(account);
    for (const name of FIGURES) input.text(String(figures[name]));
  }
}
const FIGURES = ['availableMinor', 'pendingMinor', 'booksMinor', 'freeMinor', 'ownMinor', 'ownFreeMinor'] as const;

/** The first eight bytes as a number, modulo a positive one below 2^53. */
function remainder(hash: Uint8Array, divisor: number): number {
  const first = new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
  return Number(first % BigInt(divisor));
}

/** Works wherever JavaScript does. */
export const { leafNode, halvesOf, parentNode, dayHash, headAfter } = createHashing(sha256);

/** The digest after one more book, in hexadecimal. */
export function addHead(digest: string, head: BookHead): string {
  return toHex(headAfter(fromHex(digest), head));
}

/** The account that a leaf names: a book at one entry of its journal, so that balance and history cannot be exchanged one without the other. */
export function accountName({ book, seq, head }: BookHead): string {
  return `${book}#${seq}#${head}`;
}
