import * as fc from 'fast-check';
import { bookAfter, bookOf, bonusOf, held, NOW, opened, paid, PATIENCE, payoutDue, settledAt } from '../testing/book';
import { followCheckIn } from '../testing/follow';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { sumsOf } from './cohort-sums';
import { addDays, type DayFlows, flowsByDay, totalOf } from './day-flows';
import { evolveBook } from './evolve-book';
import { creditOf } from './ledger/accounts';
import type { LedgerEntry } from './ledger/entry';
import { postingsOf } from './ledger/postings';
import { noteReport, startRefund } from './send-refund';

const DAY_MS = 86_400_000;
type Entry = Pick<LedgerEntry, 'kind' | 'atMs' | 'lines'>;

/** A book after any history of payouts, refunds that arrive or fail, and a settlement, with the entries that led there. */
function historyOf(steps: readonly number[]): { book: Book; entries: Entry[] } {
  let book = bookOf(opened, held, paid);
  const entries: Entry[] = [opened, held, paid].flatMap(postingsOf);
  const take = (events: readonly BookEvent[]) => {
    entries.push(...events.flatMap(postingsOf));
    for (const event of events) book = evolveBook(book, event);
  };
  for (const [index, step] of steps.entries()) {
    const now = { atMs: NOW.atMs + index * DAY_MS, wallAtMs: NOW.wallAtMs + index * DAY_MS };
    const planned = book.refunds.find(({ status }) => status === 'planned');
    const sending = book.refunds.find(({ status }) => status === 'sending');
    if (step < 3 && planned) take(startRefund(book, planned.period, now, PATIENCE));
    else if (step < 6 && sending) {
      const { period, attempt } = sending;
      const status = step < 5 ? 'succeeded' : 'failed';
      const report = { processorRefundId: `re_${index}`, enrolmentId: book.enrolmentId, period, attempt };
      take(noteReport(book, { ...report, status, reason: null }, now, PATIENCE));
    } else if (step < 8) take(followCheckIn(book, payoutDue(`day-${index}`, book.dueMinor + 300), now, PATIENCE));
    else take(followCheckIn(book, step === 8 ? settledAt(6_000) : bonusOf(700), now, PATIENCE));
  }
  return { book: bookAfter(book, []), entries };
}

const histories = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });

it('cash is what was charged less what went where, on each day and in all, whatever happened', () => {
  fc.assert(
    fc.property(histories, (steps) => {
      const days = flowsByDay(historyOf(steps).entries);
      for (const flows of [...Object.values(days).map((one) => totalOf({ one })), totalOf(days)])
        expect(flows.cashMinor).toBe(
          flows.chargedMinor -
            flows.refundedMinor -
            flows.withdrawnMinor -
            flows.processorFeesMinor -
            flows.transferredMinor,
        );
    }),
  );
});

it('all days together are what the book itself says', () => {
  let most = 0;
  fc.assert(
    fc.property(histories, (steps) => {
      const { book, entries } = historyOf(steps);
      const total = totalOf(flowsByDay(entries));
      const { capturedMinor, refundedMinor, balances } = sumsOf(book);
      expect(total).toMatchObject({ chargedMinor: 12_000, refundedMinor, cashMinor: balances.stripe_cash ?? 0 });
      expect(total.heldMinor).toBe(creditOf(balances, 'deposits_held') + creditOf(balances, 'deposits_frozen'));
      expect(total.forfeitedMinor - total.bonusMinor).toBe(creditOf(balances, 'forfeit_pool'));
      most = Math.max(most, capturedMinor === 0 ? 0 : refundedMinor);
    }),
  );
  expect(most).toBeGreaterThan(0);
});

it('is the same however the entries are put together', () => {
  fc.assert(
    fc.property(histories, fc.nat(60), (steps, cut) => {
      const { entries } = historyOf(steps);
      const parts: DayFlows[] = [flowsByDay(entries.slice(cut)), flowsByDay(entries.slice(0, cut))];
      expect(parts.reduce(addDays)).toEqual(flowsByDay(entries));
    }),
  );
});

it('a bank that gives back and takes is counted on its own day', () => {
  const at = (atMs: number, kind: Entry['kind'], minor: number): Entry => ({
    kind,
    atMs,
    lines: [
      { account: 'disputes_open', amountMinor: minor },
      { account: 'stripe_cash', amountMinor: -minor },
    ],
  });
  const days = flowsByDay([at(0, 'dispute_withdrawn', 500), at(DAY_MS, 'dispute_returned', -500)]);
  expect(days).toEqual({
    '1970-01-01': { withdrawnMinor: 500, cashMinor: -500 },
    '1970-01-02': { withdrawnMinor: -500, cashMinor: 500 },
  });
  expect(totalOf(days)).toMatchObject({ withdrawnMinor: 0, cashMinor: 0 });
});
