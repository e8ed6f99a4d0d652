import {
  HASH_BYTES,
  halfIndexes,
  leavesOfPart,
  LEAVES_OF_A_PART,
  type Part,
  type ProvenBalance,
  type SumNode,
} from '@daka/proof';
import type { MongoConnection } from '@daka/service-kit';
import { hashing } from '../sha256';

/** Nodes below this level are made again from the books of their part when a receipt needs them. */
export const KEPT_FROM_LEVEL = Math.log2(LEAVES_OF_A_PART);

/**
 * A part of a tree in one document, column by column: a million documents of one book would cost a million times what a
 * document costs. Named by its smallest book: the part of a book is the last one that does not begin after it.
 */
export interface StoredPart {
  _id: string;
  /** The place of its first leaf in the tree. */
  start: number;
  books: string[];
  seqs: number[];
  balances: number[];
  /** 32 bytes a book, as the one below. */
  heads: Buffer;
  salts: Buffer;
  /** Of days that were proven with one leaf a book, in the order of their books: 32 bytes a leaf. Now they are made again from the books. */
  hashes?: Buffer;
}

/** A book's leaves, and all leaves of the part that they are in. */
export interface FoundBook {
  book: ProvenBalance;
  /** Places in the tree. */
  indexes: number[];
  start: number;
  part: readonly SumNode[];
}

export const partsOf = ({ connection }: MongoConnection) => connection.collection<StoredPart>('proof_parts');

const partId = (run: string, currency: string, book: string) => `${run}:${currency}:${book}`;

export function packed(run: string, currency: string, { start, books }: Part): StoredPart {
  const smallest = books.reduce((least, { book }) => (book < least ? book : least), books[0]?.book ?? '');
  return {
    _id: partId(run, currency, smallest),
    start,
    books: books.map(({ book }) => book),
    seqs: books.map(({ seq }) => seq),
    balances: books.map(({ balanceMinor }) => balanceMinor),
    heads: columnOf(books.map(({ head }) => head)),
    salts: columnOf(books.map(({ salt }) => salt)),
  };
}

/** What a book has in a run; null: the book is not in it. */
export async function findInParts(
  mongo: MongoConnection,
  { run, currency, day }: { run: string; currency: string; day: string },
  book: string,
): Promise<FoundBook | null> {
  const upTo = { $gte: partId(run, currency, ''), $lte: partId(run, currency, book) };
  const [part] = await partsOf(mongo)
    .find({ _id: upTo }, { promoteBuffers: true })
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  const place = part?.books.indexOf(book) ?? -1;
  if (!part || place < 0) return null;
  const books = booksOf(part);
  const found = books[place];
  if (!found) return null;
  const { start, hashes } = part;
  return hashes
    ? { book: found, indexes: [start + place], start, part: wholeLeaves(books, hashes) }
    : { book: found, indexes: halfIndexes({ start, books }, place), start, part: leavesOfPart(books, day, hashing) };
}

function booksOf({ books, seqs, balances, heads, salts }: StoredPart): ProvenBalance[] {
  return books.map((book, place) => ({
    book,
    seq: seqs[place] ?? 0,
    head: rowAt(heads, place),
    balanceMinor: balances[place] ?? 0,
    salt: rowAt(salts, place),
  }));
}

function wholeLeaves(books: readonly ProvenBalance[], hashes: Buffer): SumNode[] {
  return books.map(({ balanceMinor }, at) => ({
    sumMinor: balanceMinor,
    hash: hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  }));
}

/** Rows of 32 bytes, given and read in hexadecimal. */
const columnOf = (rows: readonly string[]) => Buffer.from(rows.join(''), 'hex');
const rowAt = (column: Buffer, place: number) => column.toString('hex', place * HASH_BYTES, (place + 1) * HASH_BYTES);
