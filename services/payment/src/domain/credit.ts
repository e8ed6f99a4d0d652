import { type Refused, refuse, unreachable } from '@daka/contracts';
import type { Book, CheckoutSession } from './book';
import type { BookEvent, BookEventOf } from './book-events';
import type { Now } from './patience';
import type { CreditHold, CreditSource, CreditUse } from './credit-hold';
import { creditOf } from './ledger/accounts';

/** A search that led to no session by then is given up. */
const SEARCH_MS = 60_000;
/** A session whose opening was never answered may still have been paid until it ended; its webhook comes within this. */
const GRACE_MS = 24 * 3_600_000;
const LOOK_AGAIN_MS = 15 * 60_000;

type CreditEvent = BookEventOf<
  | 'credit-sought'
  | 'credit-let-go'
  | 'credit-kept'
  | 'credit-settled'
  | 'credit-reserved'
  | 'credit-moved'
  | 'credit-released'
>;

/** Credit that nobody else counts on. */
export function freeCredit(book: Book): number {
  const heldMinor = book.creditHolds.reduce(
    (sum, { status, amountMinor }) => (status === 'reserved' ? sum + amountMinor : sum),
    0,
  );
  return creditOf(book.balances, 'learner_credit') - heldMinor;
}

/** Credit that may pay a fee: what the learner asked to have paid out is kept for that. */
export function spendableCredit(book: Book): number {
  return Math.max(0, freeCredit(book) - (book.creditPayout?.amountMinor ?? 0));
}

export type CreditPayoutRefusal = 'no_credit' | 'more_than_credit';

/** Credit is the learner's: he may have it paid out. Asked again, the new words count; an amount of 0 takes it back. */
export function askForCredit(
  book: Book | null,
  { amountMinor, payTo }: { amountMinor: number | undefined; payTo: string },
  atMs: number,
): Refused<CreditPayoutRefusal> | BookEvent[] {
  const freeMinor = book === null ? 0 : freeCredit(book);
  const wantedMinor = amountMinor ?? freeMinor;
  if (freeMinor === 0 && amountMinor !== 0) return refuse('no_credit', 'This enrolment has no credit to pay out.');
  if (wantedMinor > freeMinor)
    return refuse('more_than_credit', `${wantedMinor} is more than the credit of ${freeMinor}.`);
  return [{ type: 'credit-payout-asked', amountMinor: wantedMinor, payTo, atMs }];
}

/** What was paid out is no longer asked for. */
export function afterCreditPaid({ creditPayout }: Book, paidMinor: number): Pick<Book, 'creditPayout'> {
  const leftMinor = (creditPayout?.amountMinor ?? 0) - paidMinor;
  return { creditPayout: creditPayout && leftMinor > 0 ? { ...creditPayout, amountMinor: leftMinor } : null };
}

/** Whether credit may pay a part of this enrolment's fee: one search at a time, and none once it is paid. */
export function maySeekCredit(book: Book | null): book is Book & { price: NonNullable<Book['price']> } {
  return (
    book !== null &&
    book.price !== null &&
    book.price.entryFeeMinor > 0 &&
    book.paidAtMs === null &&
    !book.isCancelled &&
    book.credit === null
  );
}

/** Written before anything is held in other books, so that a crash leaves nothing held for ever. */
export function seekCredit(book: Book | null, from: readonly string[], { wallAtMs }: Now): BookEvent[] {
  if (!maySeekCredit(book) || from.length === 0) return [];
  const sources = from.map((enrolmentId) => ({ enrolmentId, amountMinor: 0 }));
  return [
    {
      type: 'credit-sought',
      credit: { search: book.creditSearches + 1, status: 'seeking', sources, nextAtMs: wallAtMs + SEARCH_MS },
    },
  ];
}

/** The name of a hold: a late request of a search that was given up finds it ended. */
export function holdKey(enrolmentId: string, search: number): string {
  return `${enrolmentId}:${search}`;
}

export function isHoldOf(key: string, enrolmentId: string): boolean {
  return key.startsWith(`${enrolmentId}:`);
}

/** In the book that has the credit. Said twice, the same hold. */
export function reserveCredit(book: Book | null, key: string, mostMinor: number): BookEvent[] {
  if (!book || holdOf(book, key)) return [];
  const amountMinor = Math.min(mostMinor, spendableCredit(book));
  return amountMinor > 0 ? [{ type: 'credit-reserved', key, amountMinor }] : [];
}

/** In the book that has the credit: what was used leaves it, what was not is free again. */
export function endHold(book: Book | null, key: string, usedMinor: number, { atMs }: Now): BookEvent[] {
  const hold = book && holdOf(book, key);
  if (usedMinor === 0) return hold && hold.status !== 'reserved' ? [] : [{ type: 'credit-released', key }];
  if (hold?.status === 'moved') return [];
  if (hold?.status !== 'reserved' || hold.amountMinor < usedMinor)
    throw new Error(`credit of ${usedMinor} for ${key} is not held in ${book?.enrolmentId}`);
  return [{ type: 'credit-moved', key, amountMinor: usedMinor, atMs }];
}

export function holdOf({ creditHolds }: Book, key: string): CreditHold | undefined {
  return creditHolds.find((hold) => hold.key === key);
}

/** What a session may count on: what was just held for it, or what another session of this enrolment counts on already. */
export function usableCredit(
  { credit }: Book,
  found: { search: number; sources: readonly CreditSource[] } | null,
): CreditUse | null {
  if (credit?.status === 'reserved') return credit;
  if (credit?.status !== 'seeking' || credit.search !== found?.search) return null;
  return {
    ...credit,
    sources: credit.sources.map(
      ({ enrolmentId }) =>
        found.sources.find((one) => one.enrolmentId === enrolmentId) ?? { enrolmentId, amountMinor: 0 },
    ),
  };
}

export function creditSum(sources: readonly CreditSource[]): number {
  return sources.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

export function reservedFor(credit: CreditUse, expiresAtMs: number): CreditUse {
  return { ...credit, status: 'reserved', nextAtMs: expiresAtMs + LOOK_AGAIN_MS };
}

/** Exactly what the payment needed, source by source; the rest of each is let go with it. */
export function spentCredit(credit: CreditUse, usedMinor: number, nextAtMs: number): CreditUse {
  let leftMinor = usedMinor;
  const sources = credit.sources.map(({ enrolmentId, amountMinor }) => {
    const partMinor = Math.min(leftMinor, amountMinor);
    leftMinor -= partMinor;
    return { enrolmentId, amountMinor: partMinor };
  });
  if (leftMinor > 0) throw new Error(`${usedMinor} of credit is more than was held`);
  return { ...credit, status: 'ending', sources, nextAtMs };
}

/** Looks after credit that is due: given up when no session can be paid any more. */
export function tendCredit(book: Book | null, { wallAtMs }: Now): BookEvent[] {
  if (!book?.credit || book.credit.nextAtMs > wallAtMs || book.credit.status === 'ending') return [];
  const isLive =
    book.credit.status === 'reserved' &&
    !book.isCancelled &&
    book.sessions.some((session) => mayBePaid(session, wallAtMs));
  return [
    isLive
      ? { type: 'credit-kept', nextAtMs: wallAtMs + LOOK_AGAIN_MS }
      : { type: 'credit-let-go', nextAtMs: wallAtMs },
  ];
}

export function creditSettled(book: Book | null, search: number): BookEvent[] {
  return book?.credit?.status === 'ending' && book.credit.search === search ? [{ type: 'credit-settled' }] : [];
}

function mayBePaid({ status, request }: CheckoutSession, wallAtMs: number): boolean {
  return status === 'open' || (status === 'planned' && wallAtMs < request.expiresAtMs + GRACE_MS);
}

export function afterCredit(book: Book, event: CreditEvent): Partial<Book> {
  switch (event.type) {
    case 'credit-sought':
      return { credit: event.credit, creditSearches: event.credit.search };
    case 'credit-let-go':
      return book.credit ? { credit: { ...spentCredit(book.credit, 0, event.nextAtMs) } } : {};
    case 'credit-kept':
      return book.credit ? { credit: { ...book.credit, nextAtMs: event.nextAtMs } } : {};
    case 'credit-settled':
      return { credit: null };
    case 'credit-reserved':
      return {
        creditHolds: [...book.creditHolds, { key: event.key, amountMinor: event.amountMinor, status: 'reserved' }],
      };
    case 'credit-moved':
      return { creditHolds: holdsAfter(book, { key: event.key, amountMinor: event.amountMinor, status: 'moved' }) };
    case 'credit-released':
      return { creditHolds: holdsAfter(book, { key: event.key, amountMinor: 0, status: 'released' }) };
    default:
      return unreachable(event, 'credit event');
  }
}

function holdsAfter({ creditHolds }: Book, hold: CreditHold): CreditHold[] {
  return [...creditHolds.filter(({ key }) => key !== hold.key), hold];
}
