import type { RefundReport } from '../../domain/send-refund';
import { held, ids, NOW, opened, paid, PATIENCE } from '../../testing/book';
import { createMemoryBooks } from '../../testing/simulation/memory-books';
import { createSweepReturned } from './handler';

const PERIOD = '2026-03-02';
const failed: RefundReport = {
  processorRefundId: 're_1',
  enrolmentId: ids.enrolmentId,
  period: PERIOD,
  attempt: 1,
  status: 'failed',
  reason: 'expired_or_canceled_card',
};

function parts(report: RefundReport, accounts: string[] = []) {
  const { books, put, current } = createMemoryBooks(ids.enrolmentId, () => false);
  put([
    opened,
    held,
    paid,
    { type: 'payout-accrued', period: PERIOD, dueMinor: 500, amountMinor: 500, days: [], atMs: 1 },
    { type: 'refund-planned', period: PERIOD, kind: 'deposit', paymentIntentId: 'pi_1', amountMinor: 500, nextAtMs: 1 },
    { type: 'refund-sending', period: PERIOD, attempt: 1, amountMinor: 500, atMs: 1, wallAtMs: 1, nextAtMs: 1 },
    {
      type: 'refund-succeeded',
      period: PERIOD,
      attempt: 1,
      kind: 'deposit',
      amountMinor: 500,
      processorRefundId: 're_1',
      atMs: 1,
    },
  ]);
  const saved = new Map<string, number>();
  const asked: [number, string | null][] = [];
  let isThere = true;
  const sweep = createSweepReturned({
    books,
    clocks: { now: () => NOW, wallMs: () => NOW.wallAtMs },
    patience: PATIENCE,
    refundWork: { nudge: () => {} },
    processor: {
      returnedSince: async (sinceMs, accountId) => {
        asked.push([sinceMs, accountId]);
        return [{ refundId: 're_1', atMs: 7_200_000 }];
      },
      refundById: async () => {
        if (!isThere) throw new Error('away');
        return report;
      },
    },
    marks: {
      load: async (name) => saved.get(name) ?? null,
      save: async (name, value) => {
        saved.set(name, value);
      },
    },
    accounts: { all: async () => accounts },
  });
  return {
    run: () => sweep(new AbortController().signal),
    current,
    saved,
    asked,
    setThere: (is: boolean) => {
      isThere = is;
    },
  };
}

it('a refund that the bank gave back without a webhook is owed again, once', async () => {
  const { run, current, asked } = parts(failed);
  await run();
  expect(current()?.refunds[0]).toMatchObject({ status: 'failed', failure: 'expired_or_canceled_card' });
  expect(current()?.balances).toMatchObject({ refunds_payable: -500, stripe_cash: 12_000 });
  await run();
  expect(current()?.balances).toMatchObject({ refunds_payable: -500, stripe_cash: 12_000 });
  expect(asked).toEqual([
    [0, null],
    [3_600_000, null],
  ]);
});
it('is looked at again when the processor cannot be asked', async () => {
  const { run, current, saved, setThere } = parts(failed);
  setThere(false);
  await expect(run()).rejects.toThrow('away');
  expect(saved.size).toBe(0);
  setThere(true);
  await run();
  expect(current()?.refunds[0]).toMatchObject({ status: 'failed' });
});
it('of another account, or of nobody known, changes nothing', async () => {
  for (const report of [
    { ...failed, accountId: 'acct_1South' },
    { ...failed, enrolmentId: null },
  ]) {
    const { run, current } = parts(report);
    await run();
    expect(current()?.refunds[0]).toMatchObject({ status: 'succeeded' });
  }
});
it('each account has a mark of its own', async () => {
  const { run, saved, asked } = parts(failed, ['acct_1North']);
  await run();
  expect([...saved.keys()]).toEqual(['returned-refunds', 'returned-refunds:acct_1North']);
  expect(asked.map(([, accountId]) => accountId)).toEqual([null, 'acct_1North']);
});
