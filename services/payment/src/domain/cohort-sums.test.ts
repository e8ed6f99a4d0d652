import { bookAfter, bookOf, held, NOW, opened, paid, paidBook, PATIENCE, payoutDue, settledAt } from '../testing/book';
import { followCheckIn } from '../testing/follow';
import type { Book } from './book';
import { addSums, areSame, differenceOf, NO_SUMS, sumsOf } from './cohort-sums';

const life = [payoutDue('2026-03-03', 500), settledAt(6_000)].reduce<Book[]>(
  (books, message) => {
    const book = books.at(-1) ?? paidBook();
    return [...books, bookAfter(book, followCheckIn(book, message, NOW, PATIENCE))];
  },
  [bookOf(opened), bookOf(opened, held), bookOf(opened, held, paid)],
);

it('a book without a price adds nothing, one with a price counts', () => {
  expect(sumsOf(null)).toEqual(NO_SUMS);
  expect(sumsOf(bookOf(opened))).toEqual(NO_SUMS);
  expect(sumsOf(bookOf(opened, held))).toMatchObject({ enrolments: 1, capturedMinor: 0, workPending: 0 });
  expect(sumsOf(life.at(-1) ?? null)).toMatchObject({ enrolments: 1, capturedMinor: 12_000, workPending: 1 });
});
it('what a life added, step by step, is what its end says', () => {
  const added = life.reduce(
    (sums, book, index) => addSums(sums, differenceOf(sumsOf(life[index - 1] ?? null), sumsOf(book))),
    NO_SUMS,
  );
  expect(areSame(added, sumsOf(life.at(-1) ?? null))).toBe(true);
  expect(areSame(added, NO_SUMS)).toBe(false);
});
