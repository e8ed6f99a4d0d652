import { unreachable } from '@daka/contracts';
import type { Book, Refund } from '../book';
import { doAgree, type LedgerSide, netOf, type ProcessorSide } from './sides';

export const CAUSES = [
  'payment_not_booked',
  'payment_of_nobody',
  'refund_not_booked',
  'refund_by_hand',
  'refund_return_not_booked',
  'refund_pending',
  'dispute_not_booked',
  'transfer_not_booked',
  'transfer_by_hand',
  'fee_not_booked',
  'fee_differs',
  'amount_differs',
  'currency_differs',
  'unknown_to_processor',
  'movement_unknown',
  'left_the_platform',
] as const;
export type Cause = (typeof CAUSES)[number];

/** `in_flight` may still settle by itself; `outside` is money between the processor and a bank account. Neither is a difference. */
export type FindingState = 'difference' | 'in_flight' | 'outside';

export interface Finding {
  state: FindingState;
  cause: Cause;
  text: string;
  account: string;
  source: string;
  types: readonly string[];
  currency: string;
  processorMinor: number;
  ledgerMinor: number;
  /** At the processor and not in the ledger; negative: the other way round. */
  differenceMinor: number;
  /** When it last moved at the processor; null: never. */
  movedAtMs: number | null;
  enrolmentId: string | null;
  cohortId: string | null;
  organisationId: string | null;
}

interface Case {
  source: string;
  processor: ProcessorSide | null;
  ledger: LedgerSide | null;
  /** The book that it belongs to, as far as either side can tell. */
  book: Book | null;
  wallAtMs: number;
  /** How long a movement may take to reach the ledger. */
  graceMs: number;
}

/** The bank has this long to decide about a refund that the book still follows. */
const PENDING_REFUND_MS = 30 * 86_400_000;

/** What one source's two sides amount to; null: they agree, to the unit. */
export function judge(given: Case): Finding | null {
  const { source, processor, ledger, book } = given;
  const isOutside = processor?.kind === 'outside' && ledger === null;
  if (processor?.kind === 'received' && ledger === null) return null;
  if (!isOutside && doAgree(processor, ledger)) return null;
  const cause = isOutside ? 'left_the_platform' : causeOf(given);
  const [processorMinor, ledgerMinor] = [
    processor === null ? 0 : netOf(processor),
    ledger === null ? 0 : netOf(ledger),
  ];
  return {
    state: stateOf(given, cause),
    cause,
    text: TEXTS[cause],
    account: processor?.account ?? '',
    source,
    types: processor?.types ?? [],
    currency: processor?.currency ?? ledger?.currency ?? '',
    processorMinor,
    ledgerMinor,
    differenceMinor: processorMinor - ledgerMinor,
    movedAtMs: processor?.newestMs ?? null,
    enrolmentId: book?.enrolmentId ?? enrolmentIn(ledger?.book) ?? processor?.enrolmentId ?? null,
    cohortId: book?.cohortId ?? ledger?.cohortId ?? null,
    organisationId: book?.organisationId ?? null,
  };
}

/** A cohort's own book is no enrolment's. */
function enrolmentIn(book: string | undefined): string | undefined {
  return book?.startsWith('cohort:') ? undefined : book;
}

/** A finding about an account as a whole: no book's. */
export function findingOf(
  cause: Cause,
  state: FindingState,
  given: Pick<Finding, 'account' | 'source' | 'types' | 'currency' | 'processorMinor' | 'ledgerMinor' | 'movedAtMs'>,
): Finding {
  const text = cause === 'left_the_platform' && state === 'difference' ? BEYOND : TEXTS[cause];
  const differenceMinor = given.processorMinor - given.ledgerMinor;
  return { state, cause, text, ...given, differenceMinor, enrolmentId: null, cohortId: null, organisationId: null };
}

const BEYOND =
  "More went to a bank account than is the organisers': what is missing is learners' money, and the proof of deposits shows less held.";

function stateOf({ processor, wallAtMs, graceMs }: Case, cause: Cause): FindingState {
  if (cause === 'left_the_platform') return 'outside';
  // The ledger books nothing before the processor has said it, so this cannot be on its way.
  if (processor === null || cause === 'unknown_to_processor') return 'difference';
  return wallAtMs - processor.newestMs < (cause === 'refund_pending' ? PENDING_REFUND_MS : graceMs)
    ? 'in_flight'
    : 'difference';
}

function causeOf({ processor, ledger, book }: Case): Cause {
  if (processor === null) return 'unknown_to_processor';
  if (ledger !== null && netOf(ledger) !== 0 && ledger.currency !== processor.currency) return 'currency_differs';
  if (ledger !== null && ledger.grossMinor === processor.grossMinor)
    return ledger.feeMinor === 0 ? 'fee_not_booked' : 'fee_differs';
  const isBooked = ledger !== null && ledger.grossMinor !== 0;
  switch (processor.kind) {
    case 'charge':
      if (isBooked) return 'amount_differs';
      return book !== null && processor.enrolmentId !== null ? 'payment_not_booked' : 'payment_of_nobody';
    case 'refund':
      return refundCause(processor, isBooked, refundIn(book, processor));
    case 'dispute':
      return isBooked ? 'amount_differs' : 'dispute_not_booked';
    case 'transfer':
      if (isBooked) return 'amount_differs';
      return processor.book === null ? 'transfer_by_hand' : 'transfer_not_booked';
    case 'received':
    case 'outside':
    case 'other':
      return 'movement_unknown';
    default:
      return unreachable(processor.kind, 'kind');
  }
}

function refundCause(processor: ProcessorSide, isBooked: boolean, refund: Refund | null): Cause {
  if (isBooked) return processor.grossMinor === 0 ? 'refund_return_not_booked' : 'amount_differs';
  if (refund === null) return 'refund_by_hand';
  return refund.status === 'sending' || refund.status === 'pending' ? 'refund_pending' : 'refund_not_booked';
}

function refundIn(book: Book | null, { source, refund }: ProcessorSide): Refund | null {
  if (refund === null) return null;
  const found = book?.refunds.find(({ period, attempt }) => period === refund.period && attempt === refund.attempt);
  // Metadata can be copied by hand; the id cannot.
  return found && (found.processorRefundId === null || found.processorRefundId === source) ? found : null;
}

const TEXTS: Record<Cause, string> = {
  payment_not_booked:
    'A payment of an enrolment that its book does not have: its webhook and every later look at its session were lost, or are still to come; or its entry is gone, which npm run ledger:verify tells.',
  payment_of_nobody: "A payment that belongs to no enrolment: made in the processor's dashboard or by another program.",
  refund_not_booked:
    'A refund of ours that the processor made and the book has not taken in; or its entry is gone, which npm run ledger:verify tells.',
  refund_by_hand: "A refund that Daka did not send: made by hand in the processor's dashboard, or by another program.",
  refund_return_not_booked: 'A refund that came back to the balance; the book still counts it as arrived.',
  refund_pending: 'A refund that the processor has taken off the balance and the bank has not confirmed.',
  dispute_not_booked: 'Money taken or given back for a dispute, which no book has.',
  transfer_not_booked:
    'A transfer of ours to an organiser, or its reversal, that the processor made and the book has not taken in; or its entry is gone, which npm run ledger:verify tells.',
  transfer_by_hand:
    "A transfer to a connected account, or its reversal, that Daka did not send: made by hand in the processor's dashboard, or by another program.",
  fee_not_booked: "The processor's fee is not booked: it was not told in time, or is in another currency.",
  fee_differs: "The processor's fee is another one than was booked.",
  amount_differs: 'The amounts differ: part of it is missing on one side, or an entry was changed.',
  currency_differs: 'The currencies differ.',
  unknown_to_processor:
    'The ledger has booked what the processor does not know: it belongs to another account, or the entry is wrong.',
  movement_unknown:
    'A movement of a type that the ledger does not know, such as an adjustment or a charge for a service.',
  left_the_platform: 'A payout to a bank account, or a top-up from one.',
};
