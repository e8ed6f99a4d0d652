import { transferFee } from './fee-transfer';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { cancelBook } from './cancel-book';
import { nextTransferStep, noteMade, noteNotMade, noteUnclear, transferredMinor } from './transfer';
import { settleBook } from './settle-book';
import { bookAfter, bookOf, held, later, NOW, opened, paid, PATIENCE } from '../testing/book';

const WEEK_MS = 7 * 86_400_000;
const charge = { chargeId: 'ch_1', method: 'card', capturedAtMs: NOW.wallAtMs, feeMinor: 300 };
const paidFor = (more: object = {}): Book => bookOf(opened, held, { ...paid, charge, ...more } as BookEvent);
const to = (accountId: string | null, elsewhereMinor = 0) => ({ accountId, elsewhereMinor });
const ATHOME = to('acct_organiser');

/** A book whose fee has been transferred. */
function transferred(book = paidFor(), now = later(WEEK_MS)): Book {
  const sending = bookAfter(book, transferFee(book, ATHOME, now, PATIENCE));
  return bookAfter(sending, noteMade(sending, { number: 1, attempt: 1 }, 'tr_1', now));
}

describe('the fee', () => {
  it('stays with the platform until the cooling-off is over, to the millisecond', () => {
    expect(transferFee(paidFor(), ATHOME, later(WEEK_MS - 1), PATIENCE)).toEqual([]);
    expect(transferFee(paidFor(), ATHOME, later(WEEK_MS), PATIENCE)).toMatchObject([
      { type: 'fee-earned', amountMinor: 2_000 },
      { type: 'transfer-sending', number: 1, attempt: 1, amountMinor: 1_700, accountId: 'acct_organiser' },
    ]);
  });
  it('is looked at from that instant on, and no longer once it is there', () => {
    expect(paidFor().work.transfer).toEqual({ isOut: true, fromMs: later(WEEK_MS).atMs, atMs: 0 });
    expect(transferred().work.transfer).toBeNull();
  });
  it('waits without an account, and goes out when there is one', () => {
    expect(transferFee(paidFor(), to(null), later(WEEK_MS), PATIENCE)).toEqual([]);
    expect(transferFee(paidFor(), ATHOME, later(40 * WEEK_MS), PATIENCE)).toHaveLength(2);
  });
  it('is never more than what is left of it after what the payment cost', () => {
    const dear = paidFor({ charge: { ...charge, feeMinor: 2_001 } });
    expect(transferFee(dear, ATHOME, later(WEEK_MS), PATIENCE)).toEqual([]);
    const free = paidFor({ entryFeeMinor: 0 });
    expect(transferFee(free, ATHOME, later(WEEK_MS), PATIENCE)).toEqual([]);
  });
  it('waits until the processor has told what it keeps', () => {
    const unknown = paidFor({ charge: { ...charge, feeMinor: null } });
    const asked: BookEvent = { type: 'charge-checked', paymentIntentId: 'pi_1', nextCheckAtMs: 1 };
    expect(transferFee(bookAfter(unknown, [asked]), ATHOME, later(WEEK_MS), PATIENCE)).toEqual([]);
  });
  it("of a book that was charged in the organiser's own account is never transferred", () => {
    expect(transferFee(paidFor({ accountId: 'acct_organiser' }), ATHOME, later(WEEK_MS), PATIENCE)).toEqual([]);
  });
  it('goes out less what credit paid whose money was never here', () => {
    expect(transferFee(paidFor(), to('acct_organiser', 700), later(WEEK_MS), PATIENCE).at(-1)).toMatchObject({
      amountMinor: 1_000,
    });
  });
  it('goes out once, however often it is looked at', () => {
    expect(transferFee(transferred(), ATHOME, later(2 * WEEK_MS), PATIENCE)).toEqual([]);
    const sending = bookAfter(paidFor(), transferFee(paidFor(), ATHOME, later(WEEK_MS), PATIENCE));
    expect(transferFee(sending, ATHOME, later(2 * WEEK_MS), PATIENCE)).toEqual([]);
  });
  it('is cash that left and that nobody is owed', () => {
    expect(transferred().balances).toMatchObject({
      stripe_cash: 12_000 - 300 - 1_700,
      organiser_transfers: 1_700,
      fees_earned: -2_000,
      deposits_held: -10_000,
    });
  });
  it('that went out after an enrolment was settled early goes out at once', () => {
    const settlement = { revision: 9, entitledMinor: 10_000, forfeitMinor: 0, days: [] };
    const settled = bookAfter(paidFor(), settleBook(paidFor(), settlement, NOW, PATIENCE));
    expect(settled.work.transfer).toMatchObject({ isOut: true, fromMs: 0 });
    expect(transferFee(settled, ATHOME, NOW, PATIENCE)).toMatchObject([{ type: 'transfer-sending' }]);
  });
});

describe('a fee that goes back after it was transferred', () => {
  const cancelled = () =>
    bookAfter(transferred(), cancelBook(transferred(), 'cooling_off', later(2 * WEEK_MS), PATIENCE));

  it('is reversed, from the account that has it, whoever has none now', () => {
    expect(cancelled().work.transfer).toMatchObject({ isOut: false, fromMs: 0 });
    expect(transferFee(cancelled(), to(null), later(2 * WEEK_MS), PATIENCE)).toMatchObject([
      { type: 'transfer-sending', number: 2, reverses: 1, amountMinor: 1_700, accountId: 'acct_organiser' },
    ]);
  });
  it('is back in the cash, and is not reversed twice', () => {
    const now = later(2 * WEEK_MS);
    const sending = bookAfter(cancelled(), transferFee(cancelled(), ATHOME, now, PATIENCE));
    const back = bookAfter(sending, noteMade(sending, { number: 2, attempt: 1 }, 'trr_1', now));
    expect([transferredMinor(back.balances), back.work.transfer]).toEqual([0, null]);
    expect(transferFee(back, ATHOME, now, PATIENCE)).toEqual([]);
  });
});

describe('what a bank takes back', () => {
  const questioned = (book: Book) =>
    bookAfter(book, [
      {
        type: 'dispute-opened',
        disputeId: 'du_1',
        paymentIntentId: 'pi_1',
        amountMinor: 12_000,
        reason: 'fraudulent',
        answerByMs: null,
        openedAtMs: NOW.wallAtMs,
        atMs: NOW.atMs,
      },
      {
        type: 'dispute-moved',
        disputeId: 'du_1',
        move: 1,
        withdrawnMinor: 12_000,
        feeMinor: 1_500,
        isDecided: false,
        atMs: NOW.atMs,
      },
    ]);

  it('holds the fee as long as it is not decided', () => {
    expect(transferFee(questioned(paidFor()), ATHOME, later(WEEK_MS), PATIENCE)).toEqual([]);
    expect(transferFee(questioned(transferred()), ATHOME, later(WEEK_MS), PATIENCE)).toEqual([]);
  });
  it('comes out of the fee once it is lost', () => {
    const lost = bookAfter(questioned(transferred()), [
      {
        type: 'dispute-covered',
        disputeId: 'du_1',
        cover: 1,
        parts: [],
        heldMinor: 10_000,
        lossMinor: 2_000,
        atMs: NOW.atMs,
      },
      { type: 'dispute-closed', disputeId: 'du_1', status: 'lost', atMs: NOW.atMs },
    ]);
    expect(transferFee(lost, ATHOME, later(2 * WEEK_MS), PATIENCE)).toMatchObject([
      { reverses: 1, amountMinor: 1_700 },
    ]);
  });
});

describe('a transfer under way', () => {
  const now = later(WEEK_MS);
  const sending = () => bookAfter(paidFor(), transferFee(paidFor(), ATHOME, now, PATIENCE));
  const ours = () => true;
  const others = () => false;

  it('is sent by who wrote it, and by others only later', () => {
    expect(nextTransferStep(sending(), now.wallAtMs, ours)?.type).toBe('send');
    expect(nextTransferStep(sending(), now.wallAtMs, others)).toBeNull();
    expect(nextTransferStep(sending(), later(WEEK_MS + PATIENCE.sendWithinMs).wallAtMs, others)?.type).toBe('send');
  });
  it('is looked for before it is sent again once the processor may have forgotten its key', () => {
    expect(nextTransferStep(sending(), now.wallAtMs + 23 * 3_600_000, others)?.type).toBe('look-up');
  });
  it('keeps its key while the answer is unclear, and the account it was for, whatever is chosen meanwhile', () => {
    const unclear = bookAfter(sending(), noteUnclear(sending(), { number: 1, attempt: 1 }, 'timeout', now, PATIENCE));
    expect(unclear.transfers).toMatchObject([{ attempt: 1, tries: 1, accountId: 'acct_organiser', status: 'sending' }]);
    expect(transferFee(unclear, to('acct_new'), later(2 * WEEK_MS), PATIENCE)).toEqual([]);
  });
  it('gets a new key, and the account of now, only after it is proven not to have happened', () => {
    const failed = bookAfter(sending(), noteNotMade(sending(), { number: 1, attempt: 1 }, 'balance', now, PATIENCE));
    expect(transferFee(failed, to('acct_new'), now, PATIENCE)).toEqual([]);
    expect(transferFee(failed, to('acct_new'), later(WEEK_MS + 60_000), PATIENCE)).toMatchObject([
      { type: 'transfer-sending', number: 1, attempt: 2, accountId: 'acct_new' },
    ]);
  });
  it('is made once, whoever hears it and however often', () => {
    const made = bookAfter(sending(), noteMade(sending(), { number: 1, attempt: 1 }, 'tr_1', now));
    expect(noteMade(made, { number: 1, attempt: 1 }, 'tr_1', now)).toEqual([]);
    expect(noteNotMade(made, { number: 1, attempt: 1 }, 'late', now, PATIENCE)).toEqual([]);
  });
});
