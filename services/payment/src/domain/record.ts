import type { AppealState } from './appeals-in-book';
import type { Book, Refund } from './book';
import { sumOf } from './charge';
import { givenMinor, priceOf } from './money-of';
import { givenBackBy } from './statement-figures';

/** The longest time of each class of refunds, in seconds; what took longer is in a class of its own. */
export const WITHIN_S = [
  60, 300, 900, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 864_000, 1_209_600,
  2_592_000,
] as const;

type Counted =
  | 'paid'
  | 'settled'
  /** Ended with everything given back: left in time, or the cohort was cancelled. */
  | 'cancelled'
  /** Of those cancelled, who left in time or got no seat: they never took part, and cost nobody anything. Not known of those from before it was counted. */
  | 'left'
  | 'leftMinor'
  /** Of enrolments that have ended, as all amounts of deposits. */
  | 'depositMinor'
  | 'forfeitedMinor'
  /** Sent before a check-in was rejected and not clawed back: more than was earned. */
  | 'overpaidMinor'
  /** Confirmed by the processor. */
  | 'returnedMinor'
  | 'waitingMinor'
  /** Neither: paid by hand and confirmed, kept as credit, or taken back through the bank. */
  | 'otherwiseMinor'
  /** Enrolments with any of that. */
  | 'otherwise'
  | 'rejections'
  | 'refundsWaiting'
  /** Confirmed, but when they were due was not kept. */
  | 'refundsUntimed';
/** A class of refunds by the place of its bound in `WITHIN_S`, or one past its end. */
type Within = `refundsWithin${number}`;
type Appeals = `appeals_${AppealState}` | 'appeals_ended';
export type Figure = Counted | Within | Appeals;

/** What one book, or many, add to the public record of their organisation. What is 0 is left out. */
export type Figures = Readonly<Partial<Record<Figure, number>>>;

export const NO_FIGURES: Figures = {};

/** A function of the one book and nothing else, so that figures of many add up whatever happened in which order. */
export function recordOf(book: Book | null): Figures {
  if (book === null || book.paidAtMs === null) return NO_FIGURES;
  const counts = addFigures(
    countsOf(book),
    hasLeft(book) ? { left: 1, leftMinor: priceOf(book).depositMinor } : NO_FIGURES,
  );
  return addFigures(counts, hasEnded(book) ? depositOf(book) : NO_FIGURES);
}

function hasLeft({ isCancelled, isSettled, cancelledFor }: Book): boolean {
  return isCancelled && !isSettled && (cancelledFor === 'cooling_off' || cancelledFor === 'no_seat');
}

export function addFigures(one: Figures, other: Figures): Figures {
  return combined(one, other, 1);
}

/** What must be added when a book's figures have changed from one to the other. */
export function changeOfFigures(before: Figures, after: Figures): Figures {
  return combined(after, before, -1);
}

/** Of instants of which any may be missing. */
export function earliestOf(instants: readonly (number | null | undefined)[]): number | null {
  return instants.reduce<number | null>(
    (least, atMs) => (atMs === null || atMs === undefined ? least : Math.min(atMs, least ?? atMs)),
    null,
  );
}

export function isNothing(figures: Figures): boolean {
  return Object.keys(figures).length === 0;
}

function combined(one: Figures, other: Figures, factor: 1 | -1): Figures {
  const sums: Record<string, number | undefined> = { ...one };
  for (const [name, figure = 0] of Object.entries(other)) sums[name] = (sums[name] ?? 0) + factor * figure;
  return onlyTold(sums);
}

function onlyTold(figures: Readonly<Record<string, number | undefined>>): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== 0));
}

function hasEnded({ isSettled, isCancelled }: Book): boolean {
  return isSettled || isCancelled;
}

function countsOf(book: Book): Figures {
  const { isSettled, isCancelled, rejections, appeals, refunds } = book;
  const counts: Partial<Record<Figure, number>> = {
    paid: 1,
    settled: isSettled ? 1 : 0,
    cancelled: isCancelled && !isSettled ? 1 : 0,
    rejections,
  };
  const count = (name: Figure) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  // Nobody will answer one of an enrolment that has ended.
  for (const { state } of appeals) count(state === 'open' && hasEnded(book) ? 'appeals_ended' : `appeals_${state}`);
  for (const refund of refunds) {
    const name = timeOf(refund);
    if (name !== null) count(name);
  }
  return onlyTold(counts);
}

/** Null: it went another way, and took no time of its own. */
function timeOf({ status, dueAtMs, succeededAtMs }: Refund): Figure | null {
  if (status === 'otherwise') return null;
  if (status !== 'succeeded') return 'refundsWaiting';
  if (dueAtMs === null || succeededAtMs === null) return 'refundsUntimed';
  const tookMs = succeededAtMs - dueAtMs;
  const place = WITHIN_S.findIndex((withinS) => tookMs <= withinS * 1_000);
  return `refundsWithin${place === -1 ? WITHIN_S.length : place}`;
}

/**
 * Where the deposit of an ended enrolment went: deposit + overpaid = returned + waiting + otherwise + forfeited. What neither came back
 * nor waits nor was forfeited went otherwise; never less than nothing.
 */
function depositOf(book: Book): Figures {
  const { depositMinor } = priceOf(book);
  const parts = depositRefunds(book);
  const returnedMinor = sumOf(parts.filter(({ status }) => status === 'succeeded'));
  const waitingMinor = sumOf(parts.filter(({ status }) => status !== 'succeeded' && status !== 'otherwise'));
  const forfeitedMinor = book.isSettled ? book.forfeitedMinor : 0;
  const overpaidMinor = book.isSettled ? Math.max(0, givenMinor(book) + forfeitedMinor - depositMinor) : 0;
  const otherwiseMinor = depositMinor + overpaidMinor - forfeitedMinor - returnedMinor - waitingMinor;
  const otherwise = otherwiseMinor > 0 ? 1 : 0;
  return onlyTold({
    depositMinor,
    forfeitedMinor,
    overpaidMinor,
    returnedMinor,
    waitingMinor,
    otherwiseMinor,
    otherwise,
  });
}

/** Refunds that give the deposit back. That of a cancellation gives back the fee too: it counts as deposit as far as any was left. */
function depositRefunds(book: Book): Pick<Refund, 'status' | 'amountMinor'>[] {
  const leftMinor = Math.max(0, priceOf(book).depositMinor - givenMinor(book));
  return book.refunds.flatMap(({ kind, period, status, amountMinor }) => {
    if (kind === 'deposit') return [{ status, amountMinor }];
    const isLast = kind === 'cancellation' && givenBackBy(period) === 'cancellation' && !book.isSettled;
    return isLast ? [{ status, amountMinor: Math.min(amountMinor, leftMinor) }] : [];
  });
}
