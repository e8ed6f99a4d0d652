import type { Book, FrozenAmount, ThawReason } from './book';
import type { BookEvent, BookEventOf } from './book-events';
import type { Now } from './patience';
import { creditOf } from './ledger/accounts';
import { isRunning, priceOf } from './money-of';

/** An appeal was opened, or taken to the arbiter after a dismissal: the amount in question is set aside as far as it is still held. */
export function freezeDeposit(
  book: Book,
  { appealId, frozenMinor }: { appealId: string; frozenMinor: number },
  { atMs }: Now,
  isEscalated = false,
): BookEvent[] {
  const amountMinor = Math.min(frozenMinor, creditOf(book.balances, 'deposits_held'));
  if (!isRunning(book) || amountMinor <= 0 || book.frozen.some((frozen) => frozen.appealId === appealId)) return [];
  return [{ type: 'deposit-frozen', appealId, amountMinor, ...escalated({ isEscalated }), atMs }];
}

/** The appeal was answered: what was set aside for it is an ordinary deposit again, and the entitlement says whose. */
export function thawAnswered(
  book: Book,
  { appealId, decision }: { appealId: string; decision: 'upheld' | 'dismissed' },
  now: Now,
): BookEvent[] {
  return book.frozen
    .filter((frozen) => frozen.appealId === appealId)
    .map((frozen) => thawed(book, frozen, decision, now));
}

/** More is earned than the deposit that is not set aside: so much of it is no longer in question, the latest appeal first. */
export function easeFrozen(
  book: Book,
  { revision, entitledMinor }: { revision: number; entitledMinor: number },
  now: Now,
): BookEvent[] {
  const { frozen } = book;
  if (frozen.length === 0) return [];
  let excessMinor =
    frozen.reduce((sum, { amountMinor }) => sum + amountMinor, 0) -
    Math.max(0, priceOf(book).depositMinor - entitledMinor);
  const events: BookEvent[] = [];
  for (const { appealId, amountMinor, ...frozenFor } of frozen.toReversed()) {
    const easedMinor = Math.min(amountMinor, excessMinor);
    if (easedMinor <= 0) break;
    excessMinor -= easedMinor;
    events.push({
      type: 'deposit-thawed',
      appealId,
      amountMinor: easedMinor,
      ...escalated(frozenFor),
      because: 'eased',
      revision,
      atMs: now.atMs,
    });
  }
  return events;
}

/** The enrolment comes to its end, or the bank takes the deposit back: nothing stays set aside. */
export function thawAll(book: Book, now: Now, because: 'ended' | 'disputed' = 'ended'): BookEvent[] {
  return book.frozen.map((frozen) => thawed(book, frozen, because, now));
}

export function frozenAfter(
  before: readonly FrozenAmount[],
  event: BookEventOf<'deposit-frozen' | 'deposit-thawed'>,
): readonly FrozenAmount[] {
  const { appealId, amountMinor } = event;
  if (event.type === 'deposit-frozen') return [...before, { appealId, amountMinor, ...escalated(event) }];
  return before
    .map((frozen) =>
      frozen.appealId === appealId ? { ...frozen, amountMinor: frozen.amountMinor - amountMinor } : frozen,
    )
    .filter((frozen) => frozen.amountMinor > 0);
}

function thawed(
  { entitlement: { revision } }: Book,
  { appealId, amountMinor, ...frozenFor }: FrozenAmount,
  because: ThawReason,
  { atMs }: Now,
): BookEvent {
  return { type: 'deposit-thawed', appealId, amountMinor, because, revision, ...escalated(frozenFor), atMs };
}

function escalated({ isEscalated }: { isEscalated?: boolean }): { isEscalated?: true } {
  return isEscalated === true ? { isEscalated } : {};
}
