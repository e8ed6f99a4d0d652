import type { Book, ChargeFacts } from './book';
import type { BookEvent } from './book-events';
import { type Now, type Patience, lookAgainMs } from './patience';

/** A fee that is not told by then (an account that settles in another currency) is left to the reconciliation. */
const MAX_LOOKS = 200;

/** The processor may know its fee later than the payment: it is asked again until it does. */
export function askForFee(
  { paymentIntentId, charge }: { paymentIntentId: string; charge: ChargeFacts | null },
  now: Now,
  patience: Patience,
): BookEvent[] {
  return isKnown(charge)
    ? []
    : [{ type: 'charge-checked', paymentIntentId, nextCheckAtMs: now.wallAtMs + patience.checkFirstMs }];
}

/** What the processor says of a charge whose fee is not booked and still asked for; null: it could not be asked, or has nothing to say. */
export function noteCharge(
  book: Book | null,
  paymentIntentId: string,
  facts: ChargeFacts | null,
  now: Now,
  patience: Patience,
): BookEvent[] {
  const charge = book?.charges.find((one) => one.paymentIntentId === paymentIntentId);
  if (!charge || charge.nextCheckAtMs === null || isKnown(charge.facts)) return [];
  if (facts && isKnown(facts)) return [{ type: 'charge-known', paymentIntentId, charge: facts, atMs: now.atMs }];
  const { checks } = charge;
  return [
    {
      type: 'charge-checked',
      paymentIntentId,
      nextCheckAtMs: checks < MAX_LOOKS ? now.wallAtMs + lookAgainMs(checks, patience) : null,
    },
  ];
}

function isKnown(facts: ChargeFacts | null): boolean {
  return facts !== null && facts.feeMinor !== null;
}
