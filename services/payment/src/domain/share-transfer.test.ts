import { scenario } from '@daka/service-kit/testing';
import { type CohortBook, type CohortBookEvent, evolveCohortBook, sharePool } from './cohort-book';
import { type CohortMoney, transferShare } from './share-transfer';
import { noteMade } from './transfer';
import { ids, later, NOW, PATIENCE } from '../testing/book';

const { cohortId } = ids;
const settled = {
  cohortId,
  currency: 'CNY',
  poolMinor: 1_000,
  bonusMinor: 750,
  organiserMinor: 200,
  charityMinor: 50,
  members: 6,
};
const { from } = scenario<CohortBook, CohortBookEvent>(evolveCohortBook);
const after = (book: CohortBook | null, events: readonly CohortBookEvent[]): CohortBook => {
  const { state } = from(book).and(...events);
  if (!state) throw new Error('nothing happened');
  return state;
};
const shared = (more: object = {}) => after(null, sharePool(null, { ...settled, ...more }, NOW.atMs));
const money = (more: Partial<CohortMoney> = {}): CohortMoney => ({
  poolMinor: 250,
  herePoolMinor: 250,
  shortMinor: 0,
  disputedMinor: 0,
  ...more,
});
const share = (book: CohortBook, of: CohortMoney, accountId: string | null = 'acct_organiser', now = NOW) =>
  transferShare(book, of, accountId, now, PATIENCE);
const sent = () => {
  const sending = after(shared(), share(shared(), money()));
  return after(sending, noteMade(sending, { number: 1, attempt: 1 }, 'tr_1', NOW));
};

it('sends the share once the pool of all books is what was shared', () => {
  expect(share(shared(), money())).toMatchObject([
    { type: 'transfer-sending', number: 1, reason: 'share', amountMinor: 200, accountId: 'acct_organiser' },
  ]);
  expect(share(shared(), money({ poolMinor: 1_000, herePoolMinor: 1_000 }))).toMatchObject([
    { type: 'transfers-put-off' },
  ]);
});
it('sends it once, and says so in cash and the account of transfers', () => {
  expect(sent().balances).toMatchObject({ stripe_cash: -200, organiser_transfers: 200, organiser_earnings: -200 });
  expect(share(sent(), money())).toMatchObject([{ type: 'transfers-put-off' }]);
  const sending = after(shared(), share(shared(), money()));
  expect(share(sending, money(), 'acct_other', later(PATIENCE.sendWithinMs))).toEqual([]);
});
it('waits without an account', () => {
  const waiting = after(shared(), share(shared(), money(), null));
  expect(waiting.work.transferAtMs).toBe(NOW.wallAtMs + PATIENCE.disputeEveryMs);
  expect(share(waiting, money(), 'acct_organiser', later(PATIENCE.disputeEveryMs))).toMatchObject([
    { type: 'transfer-sending' },
  ]);
});
it('never is more than the money that is here: what was charged elsewhere stays there', () => {
  expect(share(shared(), money({ herePoolMinor: 120 }))).toMatchObject([{ amountMinor: 70 }]);
  expect(share(shared(), money({ herePoolMinor: -400 }))).toMatchObject([{ type: 'transfers-put-off' }]);
});
it("bears what the cohort's payments have cost beyond their fees", () => {
  expect(share(shared(), money({ shortMinor: 150 }))).toMatchObject([{ amountMinor: 50 }]);
  expect(share(shared(), money({ shortMinor: 900 }))).toMatchObject([{ type: 'transfers-put-off' }]);
});
it('gives back what a dispute costs after it was sent, and nothing for one that is not decided', () => {
  expect(share(sent(), money({ disputedMinor: 200 }))).toMatchObject([{ type: 'transfers-put-off' }]);
  expect(share(sent(), money({ shortMinor: 80 }))).toMatchObject([
    { type: 'transfer-sending', number: 2, reverses: 1, amountMinor: 80 },
  ]);
});
it('keeps back what is questioned, and sends it when the bank has decided', () => {
  const part = after(shared(), share(shared(), money({ disputedMinor: 60 })));
  expect(part.transfers).toMatchObject([{ amountMinor: 140 }]);
  const made = after(part, noteMade(part, { number: 1, attempt: 1 }, 'tr_1', NOW));
  expect(share(made, money())).toMatchObject([{ number: 2, reverses: null, amountMinor: 60 }]);
});
it('is looked at daily for as long as payments can be disputed, and is nothing where the organiser has no share', () => {
  const looked = after(sent(), share(sent(), money()));
  expect(looked.work.transferAtMs).toBe(NOW.wallAtMs + 86_400_000);
  const old = { ...NOW, atMs: NOW.atMs + 401 * 86_400_000 };
  expect(share(sent(), money(), 'acct_organiser', old)).toMatchObject([{ untilMs: NOW.wallAtMs + 400 * 86_400_000 }]);
  expect(shared({ bonusMinor: 950, organiserMinor: 0 }).work.transferAtMs).toBeNull();
});
