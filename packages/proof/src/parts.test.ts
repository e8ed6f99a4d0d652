import * as fc from 'fast-check';
import { checkReceipt } from './check-receipt.ts';
import { halvesOf } from './hashes.ts';
import { sha256Text } from './journal.ts';
import { createParts, LEAVES_OF_A_PART, type Part } from './parts.ts';
import { splitDay, type SplitReceipt } from './testing/documents.ts';
import { siblingsOf } from './tree.ts';

const booksOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    book: `book-${String(at).padStart(3, '0')}`,
    seq: 1,
    head: 'd'.repeat(64),
    balanceMinor: 10_000 + at,
  }));
const saltsOf = (count: number, seed = 0) => Array.from({ length: count }, (_, at) => sha256Text(`${seed}:${at}`));
const placesOf = ({ halves }: SplitReceipt) => Object.values(halves).map(({ index }) => index);

/** Where the sums that a receipt tells begin or end, as places of leaves: between any two of these, and nowhere else, a sum follows. */
function boundsSeen({ halves, day }: SplitReceipt): number[] {
  const bounds = Object.values(halves).flatMap(({ index }) => [
    index,
    index + 1,
    ...siblingsOf(index, day.count).flatMap(({ level, index: at }) => [
      at * 2 ** level,
      Math.min((at + 1) * 2 ** level, day.count),
    ]),
  ]);
  return [...new Set(bounds)].toSorted((left, right) => left - right);
}

/** Whether the leaves at these places, and no others, are covered by sums that the receipt tells. */
function followsFrom(receipt: SplitReceipt, places: readonly number[]): boolean {
  const bounds = boundsSeen(receipt);
  return places.every((place) => {
    const after = bounds.findIndex((bound) => bound > place);
    const [from, to] = [bounds[after - 1]!, bounds[after]!];
    return Array.from({ length: to - from }, (_, at) => from + at).every((one) => places.includes(one));
  });
}

it.each([3, 4, 7, 20, 131, 259])('yields nobody the balance of another among %i', (count) => {
  const receipts = splitDay(booksOf(count), saltsOf(count));
  // Of many, some: of all parts, ends and middles.
  const asked = receipts.filter((_, at) => count <= 20 || at % 16 === 0 || at > count - 4);
  const yielded = asked.map((receipt) => receipts.filter((other) => followsFrom(receipt, placesOf(other))));
  expect(yielded).toEqual(asked.map((own) => [own]));
  expect(asked.flatMap(checkReceipt)).toEqual([]);
});

it('cannot hide one of two from the other: the total less the own balance is the rest', () => {
  const receipts = splitDay(booksOf(2), saltsOf(2));
  expect(receipts.every((receipt) => receipts.every((other) => followsFrom(receipt, placesOf(other))))).toBe(true);
});

it('shows no balance as a sibling', () => {
  const receipts = splitDay(booksOf(50), saltsOf(50));
  const balances = new Set(receipts.map(({ leaf }) => leaf.balanceMinor));
  const sums = receipts.flatMap(({ halves }) =>
    Object.values(halves).flatMap(({ path }) => path.map(({ sumMinor }) => sumMinor)),
  );
  expect(sums.filter((sum) => balances.has(sum))).toEqual([]);
});

it.each([1, 2, 3, 127, 128, 129, 130, 131, 256, 258, 259, 600])('gives %i books to parts, each once', (count) => {
  const parts: Part[] = [];
  const made = createParts((part) => parts.push(part));
  booksOf(count).forEach((book, at) => made.add({ ...book, salt: saltsOf(count)[at]! }));
  made.finish();
  expect(parts.map(({ start }) => start)).toEqual(parts.map((_, at) => at * LEAVES_OF_A_PART));
  expect(Math.min(...parts.map(({ books }) => books.length))).toBeGreaterThanOrEqual(Math.min(count, 3));
  expect(parts.slice(0, -1).every(({ books }) => 2 * books.length === LEAVES_OF_A_PART)).toBe(true);
  // Parts follow each other in the order of books: the part of a book is the last one that does not begin after it.
  const named = parts.map(({ books }) => books.map(({ book }) => book).toSorted());
  expect(named.flat()).toEqual(booksOf(count).map(({ book }) => book));
});

it('puts neighbours together by another order every day', () => {
  const order = (seed: number) =>
    splitDay(booksOf(30), saltsOf(30, seed))
      .toSorted((left, right) => left.halves.first.index - right.halves.first.index)
      .map(({ leaf }) => leaf.book);
  expect(order(1)).not.toEqual(order(2));
  expect(order(1).toSorted()).toEqual(order(2).toSorted());
});

it('splits every balance into two that add up to it, of any size', () => {
  const salt = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  fc.assert(
    fc.property(salt, fc.oneof(fc.maxSafeNat(), fc.nat(9), fc.constant(2 ** 53 - 2)), (own, balanceMinor) => {
      const [first, second] = halvesOf({ day: '2026-03-02', salt: own, account: 'a', balanceMinor });
      expect(first.sumMinor + second.sumMinor).toBe(balanceMinor);
      expect(Math.min(first.sumMinor, second.sumMinor)).toBeGreaterThanOrEqual(0);
    }),
  );
  const firsts = new Set(
    saltsOf(200).map((own) => halvesOf({ day: '2026-03-02', salt: own, account: 'a', balanceMinor: 3 })[0].sumMinor),
  );
  expect(firsts).toEqual(new Set([0, 1, 2, 3]));
});
