import type { Book, CheckoutSession, DeclineReason } from './book';
import { isProcessing } from './checkout';
import type { Now } from './patience';

export interface CheckoutLook {
  state: 'none' | 'open' | 'processing' | 'declined' | 'expired' | 'paid';
  reason: DeclineReason | 'session_expired' | 'hold_expired' | 'no_seat' | 'cancelled' | null;
  /** Whether it may be opened and paid now. */
  isPayable: boolean;
  /** The page that can be paid on now. */
  session: CheckoutSession | null;
}

const NOTHING = { reason: null, isPayable: false, session: null } as const;

/** How the payment of an enrolment is, and whether there is anything to do about it. A page is shown only while its seat is held. */
export function lookAtCheckout(book: Book, now: Now): CheckoutLook {
  if (book.paidAtMs !== null) return { ...NOTHING, state: 'paid' };
  if (book.isCancelled) return { ...NOTHING, state: 'none', reason: 'cancelled' };
  if (book.sessions.some(isProcessing)) return { ...NOTHING, state: 'processing' };
  const shown = book.sessions.filter(({ sessionId }) => sessionId !== null).at(-1);
  const isHeld = book.seatHeldUntilMs !== null && book.seatHeldUntilMs > now.atMs;
  if (!isHeld) return withoutSeat(shown);
  if (!shown) return { ...NOTHING, state: 'none', isPayable: true };
  const isOpen = shown.status === 'open' && shown.request.expiresAtMs > now.wallAtMs;
  const session = isOpen ? shown : null;
  if (shown.attempt?.state === 'declined' && (isOpen || shown.status === 'closed'))
    return { state: 'declined', reason: shown.attempt.reason, isPayable: true, session };
  return isOpen
    ? { state: 'open', reason: null, isPayable: true, session }
    : { state: 'expired', reason: 'session_expired', isPayable: true, session };
}

function withoutSeat(shown: CheckoutSession | undefined): CheckoutLook {
  if (!shown) return { ...NOTHING, state: 'none', reason: 'no_seat' };
  return { ...NOTHING, state: 'expired', reason: 'hold_expired' };
}
