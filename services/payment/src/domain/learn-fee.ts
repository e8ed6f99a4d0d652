import { type Book, type BookEvent, type ChargeFacts, type Now, type Patience, lookAgainMs } from './book';

/** A fee that is not told by then (an account that settles in another currency) is left to the reconciliation. */
const MAX_LOOKS = 200;

/** The processor may know its fee later than the payment: it is asked again until it does. */
export function askForFee({ paymentIntentId, charge }: { paymentIntentId: string; charge: ChargeFacts | null }, now: Now, patience: Patience): BookEvent[] {
  return isKnown(charge) ? [] : [{ type: 'charge-checked', paymentIntentId, nextCheckAtMs: now.wallAtMs + patience.checkFirstMs }];
}

/** What the processor says of a charge whose fee is not booked; null: it could not be asked, or has nothing to say. */
export function noteCharge(book: Book | null, paymentIntentId: string, facts: ChargeFacts | null, now: Now, patience: Patience): BookEvent[] {
  const charge = book?.charges.find((one) => one.paymentIntentId === paymentIntentId);
  if (!charge || charge.facts === undefined || isKnown(charge.facts)) return [];
  if (facts && isKnown(facts)) return [{ type: 'charge-known', paymentIntentId, charge: facts, atMs: now.atMs }];
  const { checks = 0 } = charge;
  return [{ type: 'charge-checked', paymentIntentId, nextCheckAtMs: checks < MAX_LOOKS ? now.wallAtMs + lookAgainMs(checks, patience) : null }];
}

function isKnown(facts: ChargeFacts | null): boolean {
  return facts !== null && facts.feeMinor !== null;
}
