import { accountName, type BookHead, type Hashing, type SumNode } from './hashes.ts';

/** Of every part but the last one, which may have a few more. */
export const LEAVES_OF_A_PART = 256;
const BOOKS_OF_A_PART = LEAVES_OF_A_PART / 2;
/** Of two books, each would see both halves of the other. */
const FEWEST_BOOKS = 3;

/** A book as its leaves are made of it. */
export interface ProvenBalance extends BookHead {
  balanceMinor: number;
  salt: string;
}

/** Consecutive leaves of a tree, two a book. */
export interface Part<Book extends ProvenBalance = ProvenBalance> {
  /** The place of its first leaf in the tree, a multiple of `LEAVES_OF_A_PART`. */
  start: number;
  /** As they stand in the tree. */
  books: readonly Book[];
}

/**
 * Divides books, as they come in order of id, into parts of a tree in which no receipt shows or yields anybody's balance.
 *
 * A book's halves stand on an odd and the following even place (the second half of a part's last book on its first), so they never
 * are siblings. Nodes above the leaves begin and end at even places; at odd ones only the own halves do. Whatever a learner
 * adds and subtracts, no sum covers both halves of one other book and nothing else. Within a part books stand in the order
 * of their salts, another one every day: nobody sees a half of the same neighbour day after day, the largest of which
 * would come close to the balance.
 */
export function createParts<Book extends ProvenBalance>(onPart: (part: Part<Book>) => void) {
  let waiting: Book[] = [];
  let start = 0;

  function give(count: number): void {
    const books = waiting.slice(0, count).toSorted((left, right) => (left.salt < right.salt ? -1 : 1));
    waiting = waiting.slice(count);
    onPart({ start, books });
    start += LEAVES_OF_A_PART;
  }

  return {
    add(book: Book): void {
      waiting.push(book);
      if (waiting.length === BOOKS_OF_A_PART + FEWEST_BOOKS) give(BOOKS_OF_A_PART);
    },
    finish(): void {
      if (waiting.length > 0) give(waiting.length);
    },
  };
}

/** The leaves of a part as they stand in the tree of a day. @throws RangeError, which names the book, for a negative balance. */
export function leavesOfPart(
  books: readonly ProvenBalance[],
  day: string,
  { halvesOf }: Pick<Hashing, 'halvesOf'>,
): SumNode[] {
  const leaves: SumNode[] = [];
  books.forEach((book, place) => {
    const { salt, balanceMinor } = book;
    const [first, second] = halvesOf({ day, salt, account: accountName(book), balanceMinor });
    const [firstAt, secondAt] = halfIndexes({ start: 0, books }, place);
    leaves[firstAt] = first;
    leaves[secondAt] = second;
  });
  return leaves;
}

/** Where the two halves of a book stand in the tree, by its place among the books of its part. */
export function halfIndexes(
  { start, books }: { start: number; books: readonly unknown[] },
  place: number,
): [number, number] {
  return [start + 2 * place + 1, start + ((2 * place + 2) % (2 * books.length))];
}
