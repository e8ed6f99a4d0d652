import { expectEmitted } from '@daka/service-kit/testing';
import { bookOf, held, ids, NOW, opened, paid, PERIOD } from '../testing/book';
import type { BookEvent } from './book-events';
import { bookMessages } from './messages';

const { atMs } = NOW;
const refund = { period: PERIOD, attempt: 1, kind: 'deposit', amountMinor: 500, atMs } as const;
const sent: BookEvent[] = [
  { type: 'refund-planned', period: PERIOD, kind: 'deposit', paymentIntentId: 'pi_1', amountMinor: 500, nextAtMs: 1 },
  { type: 'refund-sending', period: PERIOD, attempt: 1, amountMinor: 500, ...NOW, nextAtMs: 1 },
  { type: 'refund-succeeded', ...refund, processorRefundId: 're_1' },
  { type: 'refund-returned', ...refund, processorRefundId: 're_1', reason: 'expired_or_canceled_card' },
];
const dispute = { disputeId: 'dp_1', paymentIntentId: 'pi_1', amountMinor: 12_000, reason: 'fraudulent' };
const declined: BookEvent[] = [
  { type: 'checkout-tried', number: 1, attempt: null, atMs },
  { type: 'checkout-tried', number: 1, attempt: { state: 'declined', reason: 'card_declined' }, atMs },
  { type: 'checkout-tried', number: 1, attempt: { state: 'processing' }, atMs },
];
const disputed: BookEvent[] = [
  { type: 'dispute-opened', ...dispute, openedAtMs: atMs, answerByMs: null, atMs },
  { type: 'dispute-closed', disputeId: 'dp_1', status: 'won', atMs },
];

const byHand: BookEvent[] = [
  { type: 'hand-payment-told', reference: 'r1', method: 'cash', amountMinor: 500, paidById: ids.learnerId, atMs },
  { type: 'hand-payment-objected', reference: 'r1', amountMinor: 500, reason: 'no', atMs },
  { type: 'paid-outside', reference: 'r1', parts: [], creditMinor: 500, atMs },
  { type: 'credit-payout-asked', amountMinor: 500, payTo: 'me', atMs },
];

it('says each message of its topic, in the shape of its example', () => {
  const life = [{ ...opened, ...ids }, held, ...declined, paid, ...sent, ...byHand, ...disputed];
  const said = life.flatMap((event, index) => bookMessages(event, bookOf(...life.slice(0, index + 1))));
  expectEmitted('payment.enrolment', said);
  expect(said.filter(({ type }) => type === 'payment.checkout-tried.v1')).toHaveLength(2);
});
it('tells a refund that failed like one that came back', () => {
  const failed: BookEvent = {
    type: 'refund-failed',
    ...refund,
    reason: 'no',
    processorRefundId: null,
    retryAtMs: null,
  };
  const book = bookOf(opened, held, paid, ...sent.slice(0, 2), failed);
  expect(bookMessages(failed, book)).toMatchObject([
    { type: 'payment.refund-failed.v1', data: { period: PERIOD, reason: 'no' } },
  ]);
});
