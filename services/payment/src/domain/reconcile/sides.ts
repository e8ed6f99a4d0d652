/**
 * What a movement of the balance was for. `outside`: between the processor and a bank account, and so not the ledger's. `transfer`: from the platform
 * to an organiser's account, or back; `received`: the same as that account sees it, where the money is the organiser's.
 */
export type MovementKind = 'charge' | 'refund' | 'dispute' | 'transfer' | 'received' | 'outside' | 'other';

/** One balance transaction of the processor. */
export interface Movement {
  id: string;
  /** Empty: the platform's own account. */
  account: string;
  /** The id of what moved the money; the movement's own where there is none. */
  source: string;
  kind: MovementKind;
  /** In the processor's word. */
  type: string;
  currency: string;
  amountMinor: number;
  feeMinor: number;
  /** Wall clock. */
  createdMs: number;
  /** As far as the source says. */
  chargeId: string | null;
  paymentIntentId: string | null;
  enrolmentId: string | null;
  refund: { period: string; attempt: number } | null;
  /** The book, as the ledger names it, that a transfer was made for; absent: none of ours, or none. */
  book?: string | null;
}

/** All movements of one source, added up. */
export interface ProcessorSide {
  account: string;
  source: string;
  kind: MovementKind;
  types: readonly string[];
  currency: string;
  grossMinor: number;
  feeMinor: number;
  newestMs: number;
  chargeId: string | null;
  paymentIntentId: string | null;
  enrolmentId: string | null;
  refund: Movement['refund'];
  book: string | null;
}

/** What the ledger's entries say of one source: cash only. */
export interface LedgerSide {
  book: string;
  cohortId: string;
  currency: string;
  grossMinor: number;
  feeMinor: number;
}

export const netOf = ({ grossMinor, feeMinor }: { grossMinor: number; feeMinor: number }): number =>
  grossMinor - feeMinor;

export function addMovement(side: ProcessorSide | null, movement: Movement): ProcessorSide {
  const {
    account,
    source,
    kind,
    type,
    currency,
    amountMinor,
    feeMinor,
    createdMs,
    chargeId,
    paymentIntentId,
    enrolmentId,
    refund,
    book = null,
  } = movement;
  if (side === null)
    return {
      account,
      source,
      kind,
      types: [type],
      currency,
      grossMinor: amountMinor,
      feeMinor,
      newestMs: createdMs,
      chargeId,
      paymentIntentId,
      enrolmentId,
      refund,
      book,
    };
  return {
    ...side,
    types: side.types.includes(type) ? side.types : [...side.types, type],
    grossMinor: side.grossMinor + amountMinor,
    feeMinor: side.feeMinor + feeMinor,
    newestMs: Math.max(side.newestMs, createdMs),
  };
}

/** To the unit, and in the same currency; nothing is as good as zero. */
export function doAgree(processor: ProcessorSide | null, ledger: LedgerSide | null): boolean {
  const [atProcessor, inLedger] = [processor === null ? 0 : netOf(processor), ledger === null ? 0 : netOf(ledger)];
  return atProcessor === inLedger && (atProcessor === 0 || processor?.currency === ledger?.currency);
}

/** The causes under which entries without a source, from before sources were written, would stand in the book. */
export function causesOf({
  kind,
  paymentIntentId,
  refund,
}: Pick<Movement, 'kind' | 'paymentIntentId' | 'refund'>): string[] {
  if (kind === 'charge' && paymentIntentId !== null) return [`paid:${paymentIntentId}`];
  if (kind !== 'refund' || refund === null) return [];
  return ['succeeded', 'returned'].map((step) => `refund:${refund.period}:a${refund.attempt}:${step}`);
}
