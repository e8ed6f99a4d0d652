import { unreachable } from '@daka/contracts';
import { minorDigitsOf } from '@daka/rules';
import type { EarningDay, LedgerEntry } from './ledger/entry';
import { answerOf } from './statement-figures';

/** One journal entry in a sentence for the learner. */
export function describeEntry({ kind, currency, period, days, cause }: LedgerEntry, amountMinor: number): string {
  const money = formatMoney(amountMinor, currency);
  if (isByHand(kind)) return describeByHand(kind, money);
  if (isOrganisers(kind)) return ORGANISERS[kind](money);
  switch (kind) {
    case 'paid':
      return `Paid ${money}: entry fee and deposit.`;
    case 'paid_in_excess':
      return `Paid ${money} without a place to buy: it goes back in full.`;
    case 'fee_earned':
      return `The cooling-off period is over: the entry fee of ${money} is final.`;
    case 'payout_due':
      return `${money} of the deposit is due for ${period ?? ''}${reason(days ?? [])}.`;
    case 'refund_sent':
      return `Refund of ${money} for ${period ?? ''} sent to the payment method.`;
    case 'refunded':
      return `Refund of ${money} for ${period ?? ''} arrived.`;
    case 'refund_failed':
      return `The refund of ${money} for ${period ?? ''} failed; the amount is still owed.`;
    case 'refund_returned':
      return `The bank returned the refund of ${money} for ${period ?? ''}; the amount is owed again.`;
    case 'forfeited':
      return `${money} of the deposit was not earned and goes to the pool.`;
    case 'kept_as_credit':
      return `${money} cannot be sent in this currency and is kept as credit.`;
    case 'bonus_awarded':
      return `Bonus of ${money} from the pool.`;
    case 'bonus_placed':
      return `The bonus of ${money} is paid out through the charge as far as it reaches; the rest is credit.`;
    case 'cancelled':
      return `The enrolment was cancelled: ${money} goes back, the fee included.`;
    case 'processor_fee':
      return `The payment processor kept ${money} for its work; the organiser bears it.`;
    case 'dispute_withdrawn':
      return `The payment is disputed: the bank took back ${money}. Refunds wait until it has decided.`;
    case 'dispute_returned':
      return `The bank gave back ${money} of the disputed payment.`;
    case 'dispute_fee':
      return `The payment processor kept ${money} for handling the dispute; the organiser bears it.`;
    case 'dispute_fee_returned':
      return `The payment processor gave back ${money} of its fee for the dispute.`;
    case 'dispute_lost':
      return `The bank decided the dispute for the payer: ${money} went back through the bank, out of what was still owed; what is missing the organiser bears.`;
    case 'appeal_opened':
      return `${money} of the deposit is in question and set aside until the appeal is answered.`;
    case 'appeal_answered':
      return `${ANSWERS[answerOf(cause)]}: ${money} of the deposit is no longer set aside.`;
    case 'appeal_eased':
      return `${money} of the deposit is no longer in question: other days have earned it.`;
    case 'credit_used':
      return `Credit of ${money} from an earlier cohort paid that much of the entry fee.`;
    case 'credit_moved':
      return `${money} of the credit paid the entry fee of another cohort.`;
    default:
      return unreachable(kind, 'kind');
  }
}

type ByHandKind = Extract<LedgerEntry['kind'], 'hand_payment_told' | 'hand_payment_objected' | 'paid_outside'>;

function isByHand(kind: LedgerEntry['kind']): kind is ByHandKind {
  return kind === 'hand_payment_told' || kind === 'hand_payment_objected' || kind === 'paid_outside';
}

function describeByHand(kind: ByHandKind, money: string): string {
  if (kind === 'hand_payment_told')
    return `The organiser says that ${money} was paid by hand, outside the payment processor; it stays owed until the learner confirms it.`;
  return kind === 'hand_payment_objected'
    ? `The learner says that the ${money} paid by hand did not arrive; it stays owed.`
    : `The organiser paid ${money} by hand, outside the payment processor.`;
}

/** What is the organiser's. */
const ORGANISERS = {
  transferred: (money: string) =>
    `${money} of the entry fee went to the organiser's account; the deposit stays with the platform.`,
  transfer_reversed: (money: string) => `${money} came back from the organiser's account.`,
  pool_shared: (money: string) => `${money} of the pool went to the organiser and the charity.`,
} as const;

function isOrganisers(kind: LedgerEntry['kind']): kind is keyof typeof ORGANISERS {
  return kind in ORGANISERS;
}

const ANSWERS = {
  upheld: 'The appeal was upheld',
  dismissed: 'The appeal was dismissed',
  disputed: 'The bank took the deposit back before the appeal was answered',
  ended: 'The enrolment ended before the appeal was answered',
} as const;

function reason(days: readonly EarningDay[]): string {
  if (days.length === 0) return '';
  return `, earned by ${days.map(({ day, kind, position }) => `${day} (day ${position} in a row${kind === 'made_up' ? ', made up' : ''})`).join(', ')}`;
}

/** "CNY 12.34"; the number of decimals is the currency's own. */
export function formatMoney(amountMinor: number, currency: string): string {
  const decimals = minorDigitsOf(currency);
  return `${currency} ${(amountMinor / 10 ** decimals).toFixed(decimals)}`;
}
