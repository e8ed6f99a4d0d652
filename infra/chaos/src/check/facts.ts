import type { Policy } from '@daka/rules';
import type { HandedInFacts, LeaveFacts, RulingFacts, ToldByHandFacts } from './told';

/** What the checker judges, as plain data of one cohort. Amounts in minor units. */
export interface MomentFacts {
  capacity: number;
  /** Read before everything else: what the processor has done must be in the books by then. */
  charges: readonly ProcessorCharge[];
  transfers: readonly ProcessorTransfer[];
  disputes: readonly ProcessorDispute[];
  books: readonly BookFacts[];
  cohortBook: CohortBookFacts | null;
  entries: readonly EntryFacts[];
  enrolments: readonly EnrolmentFacts[];
}

export interface FinalFacts extends MomentFacts {
  cohortId: string;
  policy: Policy;
  isCancelled: boolean;
  calendars: readonly CalendarFacts[];
  /** Requests for leave to which a learner had a 201. */
  leave: readonly LeaveFacts[];
  homework: readonly HomeworkFacts[];
  handedIn: readonly HandedInFacts[];
  rulings: readonly RulingFacts[];
  toldByHand: readonly ToldByHandFacts[];
  /** Check-ins to which a learner had a 201. */
  acknowledged: readonly { enrolmentId: string; day: string }[];
  /** Check-ins that a learner asked for, whatever was answered. */
  asked: readonly { enrolmentId: string; day: string }[];
}

export type Balances = Readonly<Record<string, number>>;

export interface ProcessorCharge {
  paymentIntentId: string;
  enrolmentId: string;
  capturedMinor: number;
  refundedMinor: number;
  pendingMinor: number;
}

/** Money that the processor has sent to the organiser's account. */
export interface ProcessorTransfer {
  /** As the ledger names it. */
  book: string;
  number: number;
  attempt: number;
  amountMinor: number;
  reversedMinor: number;
}

/** What the bank has taken back, and what of it has returned. */
export interface ProcessorDispute {
  disputeId: string;
  enrolmentId: string;
  status: string;
  withdrawnMinor: number;
  feeMinor: number;
}

/** A piece of homework as homework keeps it. */
export interface HomeworkFacts {
  enrolmentId: string;
  submissionId: string;
  /** What it was given for; null: the day on which it is handed in. */
  day: string | null;
  versions: readonly { version: number; characters: number; submittedAtMs: number }[];
  /** The check-in that it stands for; null: unknown to homework. */
  counts: { status: string; day?: string; atMs?: number; why?: string } | null;
}

/** The same as a book remembers it; a reversal names the transfer that it takes back. */
export interface TransferFacts {
  number: number;
  attempt: number;
  reverses: number | null;
  amountMinor: number;
  status: string;
}

export interface BookFacts {
  enrolmentId: string;
  charges: readonly {
    paymentIntentId: string;
    capturedMinor: number;
    refundedMinor: number;
    inFlightMinor: number;
    payableMinor: number;
    lostMinor?: number;
  }[];
  refunds: readonly {
    period: string;
    kind: 'deposit' | 'bonus' | 'cancellation';
    paymentIntentId: string;
    amountMinor: number;
    status: string;
  }[];
  transfers: readonly TransferFacts[];
  disputes: readonly {
    disputeId: string;
    status: string;
    withdrawnMinor: number;
    feeMinor: number;
    coveredMinor: number;
    lossMinor: number;
  }[];
  /** What the owner says to have paid by hand. */
  paidOutside: readonly { reference: string; amountMinor: number; state: string; countedMinor: number }[];
  balances: Balances;
  ledger: { seq: number; hash: string };
  paidAtMs: number | null;
  isCancelled: boolean;
  isSettled: boolean;
  bonusMinor: number | null;
}

export interface CohortBookFacts {
  /** As its entries name it. */
  book: string;
  transfers: readonly TransferFacts[];
  balances: Balances;
  ledger: { seq: number; hash: string };
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

export interface EntryFacts {
  book: string;
  seq: number;
  previousHash: string;
  hash: string;
  lines: readonly { account: string; amountMinor: number }[];
}

export interface EnrolmentFacts {
  enrolmentId: string;
  status: string;
  memberNumber: number | null;
  admittedAtMs: number | null;
}

export interface CalendarFacts {
  enrolmentId: string;
  timeZone: string;
  memberNumber: number;
  status: string;
  joinedAtMs: number | null;
  quitOn: string | null;
  quitAtMs: number | null;
  /** Of their own accord. */
  hasLeft: boolean;
  /** Days that an upheld appeal made free. */
  excused: readonly string[];
  /** How many there were. */
  appeals: number;
  /** What was asked of others, with its answer; null: it waits. */
  requests: readonly { id: string; kind: 'leave' | 'appeal'; isGranted: boolean | null }[];
  releasedMinor: number;
  entries: readonly { day: string; acceptedAtMs: number; characters: number; via: string; isRejected: boolean }[];
  outcome: { entitledMinor: number; forfeitMinor: number } | null;
  bonusMinor: number | null;
}

export const INVARIANTS = [
  'balanced',
  'journal_unbroken',
  'balances_are_sums',
  'within_captured',
  'sent_is_recorded',
  'not_oversold',
  'ledger_equals_stripe',
  'paid_is_admitted_or_refunded',
  'entitled_is_sent_or_payable',
  'pool_is_shared',
  'rules_are_followed',
  'acknowledged_is_kept',
  'requests_are_answered',
  'transfer_is_recorded',
  'organiser_has_due_only',
  'only_the_forfeited_is_shared',
  'homework_counts',
  'joined_when_paid',
  'paid_by_hand_when_confirmed',
  'disputes_are_booked',
] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** A promise that was broken, and where. */
export interface Violation {
  invariant: Invariant;
  subject: string;
  detail: string;
}

export const violation = (invariant: Invariant, subject: string, detail: string): Violation => ({
  invariant,
  subject,
  detail,
});

export function sumOf<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
