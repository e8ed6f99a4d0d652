import { iso } from '@daka/contracts';
import type { Book, Dispute, Refund } from './book';
import type { EarningDay, LedgerEntry } from './ledger/entry';
import { formatMoney } from './statement-text';

/** What the operator can show the bank: the payment, the rules that were accepted, and what went back already. */
export interface Evidence {
  enrolmentId: string;
  currency: string;
  payments: {
    paymentIntentId: string;
    chargeId: string | null;
    method: string | null;
    amountMinor: number;
    paidAtMs: number | null;
  }[];
  rulesAccepted: { rulesVersion: number; acceptedAtMs: number } | null;
  refunds: RefundSent[];
  refundedMinor: number;
  inFlightMinor: number;
  disputes: Pick<
    Dispute,
    | 'disputeId'
    | 'paymentIntentId'
    | 'status'
    | 'amountMinor'
    | 'reason'
    | 'openedAtMs'
    | 'answerByMs'
    | 'withdrawnMinor'
    | 'lossMinor'
  >[];
  text: string;
}

export interface RefundSent {
  refundId: string | null;
  paymentIntentId: string;
  kind: Refund['kind'];
  period: string;
  amountMinor: number;
  status: 'on_its_way' | 'arrived';
  sentAtMs: number | null;
  arrivedAtMs: number | null;
  days: readonly EarningDay[];
}

/** Assembled from the book and its journal; null before there is a price. */
export function evidenceOf(book: Book, entries: readonly LedgerEntry[]): Evidence | null {
  const { enrolmentId, price, charges, disputes, rulesAccepted } = book;
  if (price === null) return null;
  const refunds = book.refunds.flatMap((refund) => refundSent(refund, entries));
  const sum = (status: RefundSent['status']) =>
    refunds.reduce((total, refund) => (refund.status === status ? total + refund.amountMinor : total), 0);
  const shown: Omit<Evidence, 'text'> = {
    enrolmentId,
    currency: price.currency,
    payments: charges.map(({ paymentIntentId, capturedMinor, facts }) => ({
      paymentIntentId,
      chargeId: facts?.chargeId ?? null,
      method: facts?.method ?? null,
      amountMinor: capturedMinor,
      paidAtMs: entries.find(({ cause }) => cause === `paid:${paymentIntentId}`)?.atMs ?? null,
    })),
    rulesAccepted,
    refunds,
    refundedMinor: sum('arrived'),
    inFlightMinor: sum('on_its_way'),
    disputes: disputes.map(
      ({
        disputeId,
        paymentIntentId,
        status,
        amountMinor,
        reason,
        openedAtMs,
        answerByMs,
        withdrawnMinor,
        lossMinor,
      }) => ({
        disputeId,
        paymentIntentId,
        status,
        amountMinor,
        reason,
        openedAtMs,
        answerByMs,
        withdrawnMinor,
        lossMinor,
      }),
    ),
  };
  return { ...shown, text: inWords(shown) };
}

function refundSent(refund: Refund, entries: readonly LedgerEntry[]): RefundSent[] {
  const { period, attempt, kind, paymentIntentId, amountMinor, processorRefundId } = refund;
  if (refund.status !== 'sending' && refund.status !== 'pending' && refund.status !== 'succeeded') return [];
  const at = (step: string) =>
    entries.find(({ cause }) => cause === `refund:${period}:a${attempt}:${step}`)?.atMs ?? null;
  return [
    {
      refundId: processorRefundId,
      paymentIntentId,
      kind,
      period,
      amountMinor,
      status: refund.status === 'succeeded' ? 'arrived' : 'on_its_way',
      sentAtMs: at('sent'),
      arrivedAtMs: at('succeeded'),
      days: [period, ...refund.payouts].flatMap(
        (payout) => entries.find(({ cause }) => cause === `payout:${payout}`)?.days ?? [],
      ),
    },
  ];
}

/** As it can be pasted into the answer to the bank. */
function inWords({
  currency,
  payments,
  rulesAccepted,
  refunds,
  refundedMinor,
  inFlightMinor,
}: Omit<Evidence, 'text'>): string {
  const money = (amountMinor: number) => formatMoney(amountMinor, currency);
  return [
    ...payments.map(
      ({ amountMinor, paidAtMs, chargeId, method }) =>
        `Paid: ${money(amountMinor)}${on(paidAtMs)}${method ? ` by ${method}` : ''}${chargeId ? ` (${chargeId})` : ''}.`,
    ),
    rulesAccepted
      ? `The learner accepted version ${rulesAccepted.rulesVersion} of the rules${on(rulesAccepted.acceptedAtMs)}.`
      : 'No acceptance of the rules is recorded.',
    `Returned already: ${money(refundedMinor)}${inFlightMinor > 0 ? `, and ${money(inFlightMinor)} is on its way` : ''}.`,
    ...refunds.map(
      ({ amountMinor, sentAtMs, refundId, period, days }) =>
        `- ${money(amountMinor)} for ${period}${on(sentAtMs)}${refundId ? ` (${refundId})` : ''}${days.length > 0 ? `, earned by ${days.map(({ day }) => day).join(', ')}` : ''}`,
    ),
  ].join('\n');
}

function on(atMs: number | null): string {
  return atMs === null ? '' : ` on ${iso(atMs).slice(0, 10)}`;
}
