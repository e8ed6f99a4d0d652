import { inAccount } from '../testing/charged-directly';
import { bookAfter, bookOf, COOLING_OFF, held, ids, NOW, opened, PATIENCE, payoutDue, PRICE } from '../testing/book';
import type { BookEvent } from './book-events';
import { accountOf } from './charge';
import { type CheckoutReport, noteCheckout, planCheckout, usableSession } from './checkout';
import { followCheckIn } from '../testing/follow';
import { type DisputeReport, noteDispute } from './follow-dispute';
import { isNews, noteReport, type RefundReport } from './send-refund';

const OURS = 'acct_1North';
const OTHER = 'acct_1South';
const BACK = { successUrl: 'https://a.test', cancelUrl: 'https://a.test' };
const planned = () =>
  bookAfter(
    bookOf(opened, held),
    inAccount(OURS, planCheckout(bookOf(opened, held), BACK, COOLING_OFF, NOW) as BookEvent[]),
  );
const report = (more: Partial<CheckoutReport> = {}): CheckoutReport => ({
  enrolmentId: ids.enrolmentId,
  number: 1,
  status: 'complete',
  isPaid: true,
  paymentIntentId: 'pi_1',
  amountMinor: 12_000,
  currency: 'CNY',
  charge: { chargeId: 'ch_1', method: 'card', capturedAtMs: NOW.wallAtMs, feeMinor: 0 },
  accountId: OURS,
  ...more,
});
const note = (more: Partial<CheckoutReport> = {}) => noteCheckout(planned(), report(more), COOLING_OFF, NOW, PATIENCE);
const sending = () => {
  const book = bookAfter(planned(), note());
  return bookAfter(book, followCheckIn(book, payoutDue('2026-03-02', 500), NOW, PATIENCE));
};
const { accountId: _, ...fromPlatform } = report();

it("a new checkout charges the platform, and no page in an organiser's own account is shown any more", () => {
  const events = planCheckout(bookOf(opened, held), BACK, COOLING_OFF, NOW);
  expect(events).toMatchObject([{ type: 'checkout-planned', request: { accountId: null } }]);
  expect(usableSession(planned(), NOW)).toBeUndefined();
  expect(planCheckout(planned(), BACK, COOLING_OFF, NOW)).toMatchObject([{ number: 2, request: { accountId: null } }]);
});
it('a checkout from before freezes the account that it charges', () => {
  expect(planned().sessions[0]?.request).toMatchObject({ ...PRICE, accountId: OURS });
  expect(accountOf(sending(), 'pi_1')).toBe(OURS);
});
it('the same ids from another account mean nothing: no seat, no refund, no dispute', () => {
  expect(note({ accountId: OTHER })).toEqual([]);
  expect(note({ accountId: OTHER, number: null })).toEqual([]);
  const refund: RefundReport = {
    processorRefundId: 're_1',
    enrolmentId: ids.enrolmentId,
    period: '2026-03-02',
    attempt: 1,
    status: 'succeeded',
    reason: null,
    accountId: OTHER,
  };
  expect(noteReport(sending(), refund, NOW, PATIENCE)).toEqual([]);
  expect(isNews(sending(), refund)).toBe(false);
  expect(noteReport(sending(), { ...refund, accountId: OURS }, NOW, PATIENCE)).toMatchObject([
    { type: 'refund-succeeded' },
  ]);
  expect(isNews(sending(), { ...refund, accountId: OURS })).toBe(true);
  const dispute: DisputeReport = {
    disputeId: 'du_1',
    enrolmentId: ids.enrolmentId,
    paymentIntentId: 'pi_1',
    status: 'open',
    amountMinor: 1,
    reason: 'x',
    openedAtMs: 1,
    answerByMs: null,
    withdrawnMinor: 1,
    feeMinor: 0,
    accountId: OTHER,
  };
  expect(noteDispute(sending(), dispute, NOW, PATIENCE)).toEqual([]);
  expect(noteDispute(sending(), { ...dispute, accountId: OURS }, NOW, PATIENCE)).not.toEqual([]);
});
it("the platform's own account is always heard, as a payment in excess where the session was another's", () => {
  const events = noteCheckout(
    bookAfter(planned(), note()),
    { ...fromPlatform, paymentIntentId: 'pi_2' },
    COOLING_OFF,
    NOW,
    PATIENCE,
  );
  const book = bookAfter(bookAfter(planned(), note()), events);
  expect(accountOf(book, 'pi_2')).toBeNull();
  expect(accountOf(book, 'pi_1')).toBe(OURS);
});
