import type { Account } from './ledger/accounts';
import type { LedgerEntry } from './ledger/entry';

/** The figures of a line's sentence beside its amount, each under a name of its own; absent where there is none. */
export interface LineFigures {
  refundKind?: GivenBack;
  entryFeeMinor?: number;
  depositMinor?: number;
  /** Owed through the payment. */
  owedMinor?: number;
  creditMinor?: number;
  /** Borne by the organiser. */
  organiserMinor?: number;
  appealId?: string;
  answer?: AppealAnswer;
  /** Names a payment by hand. */
  reference?: string;
}
/** What a refund gives back; `excess`: a payment that bought nothing. */
export type GivenBack = 'deposit' | 'bonus' | 'cancellation' | 'excess';
type AppealAnswer = 'upheld' | 'dismissed' | 'disputed' | 'ended';

/** Accounts that are one thing to the learner. */
const PARTS = {
  entryFeeMinor: ['fees_deferred', 'fees_earned'],
  depositMinor: ['deposits_held', 'deposits_frozen'],
  owedMinor: ['refunds_payable', 'refunds_in_flight'],
  creditMinor: ['learner_credit'],
  organiserMinor: ['dispute_losses', 'overpaid_payouts'],
} as const satisfies Record<string, readonly Account[]>;
type Part = keyof typeof PARTS;

const REFUND_KINDS: ReadonlySet<LedgerEntry['kind']> = new Set([
  'refund_sent',
  'refunded',
  'refund_failed',
  'refund_returned',
]);

const HAND_KINDS: ReadonlySet<LedgerEntry['kind']> = new Set([
  'hand_payment_told',
  'hand_payment_objected',
  'paid_outside',
]);

export function lineFigures(entry: LedgerEntry): LineFigures {
  const { kind, cause, period = '' } = entry;
  return {
    ...partsOf(entry),
    ...(REFUND_KINDS.has(kind) ? { refundKind: givenBackBy(period) } : {}),
    ...(cause.startsWith('appeal:') ? { appealId: cause.split(':')[1] ?? '' } : {}),
    ...(kind === 'appeal_answered' ? { answer: answerOf(cause) } : {}),
    ...(HAND_KINDS.has(kind) ? { reference: cause.slice(cause.indexOf(':') + 1) } : {}),
  };
}

/** How an appeal ended; its cause says so. */
export function answerOf(cause: string): AppealAnswer {
  const last = cause.slice(cause.lastIndexOf(':') + 1);
  return last === 'upheld' || last === 'dismissed' || last === 'disputed' ? last : 'ended';
}

/** What an entry moves into or out of each part; what only moves within one is the line's amount already. */
function partsOf({ lines }: LedgerEntry): Partial<Record<Part, number>> {
  const found: Partial<Record<Part, number>> = {};
  for (const part of PART_NAMES) {
    const accounts: readonly Account[] = PARTS[part];
    const movedMinor = lines.reduce(
      (sum, { account, amountMinor }) => (accounts.includes(account) ? sum + amountMinor : sum),
      0,
    );
    if (movedMinor !== 0) found[part] = Math.abs(movedMinor);
  }
  return found;
}
const PART_NAMES = ['entryFeeMinor', 'depositMinor', 'owedMinor', 'creditMinor', 'organiserMinor'] as const;

/** A refund is named after what it gives back; of the deposit, after the days that earned it. */
export function givenBackBy(period: string): GivenBack {
  const [, special] = /^(bonus|cancellation|excess)(?:-\d+)?(?:\.|$)/.exec(period) ?? [];
  return special === 'bonus' || special === 'cancellation' || special === 'excess' ? special : 'deposit';
}
