import { unreachable } from '@daka/contracts';
import type { Book, Charge, ChargeFacts, Part } from './book';
import type { BookEventOf, RefundEvent } from './book-events';

interface Received {
  paymentIntentId: string;
  capturedMinor: number;
  facts: ChargeFacts | null;
  /** Null or absent: the platform's own. */
  accountId?: string | null | undefined;
}

export function newCharge({ paymentIntentId, capturedMinor, facts, accountId = null }: Received): Charge {
  return {
    paymentIntentId,
    capturedMinor,
    refundedMinor: 0,
    inFlightMinor: 0,
    payableMinor: 0,
    lostMinor: 0,
    facts,
    checks: 0,
    nextCheckAtMs: null,
    accountId,
  };
}

/** The account at the processor that has a charge of this book; null: the platform's own. */
export function accountOf({ charges }: Book, paymentIntentId: string): string | null {
  return charges.find((charge) => charge.paymentIntentId === paymentIntentId)?.accountId ?? null;
}

/** Whether what an account says may count here: the platform's own, or one that a session of this book was opened in. Anybody else may write any metadata. */
export function isTrusted({ sessions }: Book, accountId: string | null): boolean {
  return accountId === null || sessions.some(({ request }) => request.accountId === accountId);
}

export function chargeAfterLook(charge: Charge, event: BookEventOf<'charge-known' | 'charge-checked'>): Charge {
  if (event.type === 'charge-known') return { ...charge, facts: event.charge, nextCheckAtMs: null };
  return { ...charge, checks: charge.checks + 1, nextCheckAtMs: event.nextCheckAtMs };
}

export function afterRefund(charge: Charge, event: RefundEvent): Charge {
  const { payable, inFlight, refunded } = movesOf(event);
  return checked({
    ...charge,
    payableMinor: charge.payableMinor + payable,
    inFlightMinor: charge.inFlightMinor + inFlight,
    refundedMinor: charge.refundedMinor + refunded,
  });
}

/** What waited to go back through this charge goes another way. */
export function withoutPayable(charge: Charge, parts: readonly Part[]): Charge {
  return checked({ ...charge, payableMinor: charge.payableMinor - sumOf(parts) });
}

/** A bank may take back what had gone back already: only what was left of the charge is lost to further refunds. */
export function withLoss(charge: Charge, amountMinor: number): Charge {
  const { capturedMinor, refundedMinor, inFlightMinor, payableMinor, lostMinor } = charge;
  return checked({
    ...charge,
    lostMinor: Math.min(lostMinor + amountMinor, capturedMinor - refundedMinor - inFlightMinor - payableMinor),
  });
}

export function sumOf(parts: readonly Pick<Part, 'amountMinor'>[]): number {
  return parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

const NOTHING = { payable: 0, inFlight: 0, refunded: 0 };

function movesOf(event: RefundEvent): typeof NOTHING {
  switch (event.type) {
    case 'refund-planned':
    case 'refund-raised':
      return { ...NOTHING, payable: event.amountMinor };
    case 'refund-sending':
      return { ...NOTHING, payable: -event.amountMinor, inFlight: event.amountMinor };
    case 'refund-succeeded':
      return { ...NOTHING, inFlight: -event.amountMinor, refunded: event.amountMinor };
    case 'refund-failed':
      return { ...NOTHING, payable: event.amountMinor, inFlight: -event.amountMinor };
    case 'refund-returned':
      return { ...NOTHING, payable: event.amountMinor, refunded: -event.amountMinor };
    case 'refund-unclear':
    case 'refund-pending':
    case 'refund-blocked':
      return NOTHING;
    default:
      return unreachable(event, 'refund event');
  }
}

/** The invariant of the whole engine: nothing can be promised or sent beyond what was captured. */
function checked(charge: Charge): Charge {
  const { capturedMinor, refundedMinor, inFlightMinor, payableMinor, lostMinor } = charge;
  const isSound =
    [refundedMinor, inFlightMinor, payableMinor, lostMinor].every((minor) => minor >= 0) &&
    refundedMinor + inFlightMinor + payableMinor + lostMinor <= capturedMinor;
  if (!isSound)
    throw new Error(`charge ${charge.paymentIntentId} would return more than was captured: ${JSON.stringify(charge)}`);
  return charge;
}
