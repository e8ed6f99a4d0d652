import { bookAfter, COOLING_OFF, held, ids, later, NOW, opened, bookOf, PATIENCE } from '../testing/book';
import type { ChargeFacts } from './book';
import type { BookEvent } from './book-events';
import { type CheckoutReport, noteCheckout } from './checkout';
import { postingsOf } from './ledger/postings';
import { noteCharge } from './learn-fee';

const FACTS: ChargeFacts = {
  chargeId: 'ch_1',
  method: 'wechat_pay',
  capturedAtMs: NOW.wallAtMs - 5_000,
  feeMinor: 378,
};
const untold: ChargeFacts = { ...FACTS, feeMinor: null };
const types = (events: readonly BookEvent[]) => events.map(({ type }) => type);

function receive(charge: ChargeFacts | null, more: Partial<CheckoutReport> = {}): BookEvent[] {
  const report: CheckoutReport = {
    enrolmentId: ids.enrolmentId,
    number: null,
    status: 'complete',
    isPaid: true,
    paymentIntentId: 'pi_1',
    amountMinor: 12_000,
    currency: 'CNY',
    charge,
    ...more,
  };
  return noteCheckout(bookOf(opened, held), report, COOLING_OFF, NOW, PATIENCE);
}
const paidWith = (charge: ChargeFacts | null) => bookAfter(bookOf(opened, held), receive(charge));

it('books a fee that is told with the payment in the same write, each entry with the charge that it names', () => {
  const events = receive(FACTS);
  expect(types(events)).toEqual(['captured']);
  expect(events.flatMap(postingsOf)).toMatchObject([
    { kind: 'paid', source: 'ch_1' },
    {
      kind: 'processor_fee',
      cause: 'fee:ch_1',
      source: 'ch_1',
      lines: [
        { account: 'processor_fees', amountMinor: 378 },
        { account: 'stripe_cash', amountMinor: -378 },
      ],
    },
  ]);
  const book = paidWith(FACTS);
  expect(book.balances).toMatchObject({ stripe_cash: 11_622, processor_fees: 378, deposits_held: -10_000 });
  expect(book.charges[0]?.facts).toEqual(FACTS);
  expect(book.work.lookAtMs).toBeNull();
});
it('books the fee of a payment in excess too', () => {
  const events = receive(FACTS, { amountMinor: 5_000 });
  expect(bookAfter(bookOf(opened, held), events).balances).toMatchObject({
    stripe_cash: 4_622,
    processor_fees: 378,
    refunds_in_flight: -5_000,
  });
});
it.each([
  ['its fee', untold],
  ['anything', null],
])('asks again while the processor has not told %s, and books it once', (_what, charge) => {
  const book = paidWith(charge);
  expect(types(receive(charge))).toEqual(['captured', 'charge-checked']);
  expect(book.balances).toMatchObject({ stripe_cash: 12_000 });
  expect(book.work.lookAtMs).toBe(NOW.wallAtMs + PATIENCE.checkFirstMs);

  const asked = bookAfter(book, noteCharge(book, 'pi_1', untold, later(2_000), PATIENCE));
  expect(asked.work.lookAtMs).toBe(NOW.wallAtMs + 2_000 + 2 * PATIENCE.checkFirstMs);
  const told = bookAfter(asked, noteCharge(asked, 'pi_1', FACTS, later(4_000), PATIENCE));
  expect(told.balances).toMatchObject({ stripe_cash: 11_622, processor_fees: 378 });
  expect(told.work.lookAtMs).toBeNull();
  expect(noteCharge(told, 'pi_1', FACTS, later(6_000), PATIENCE)).toEqual([]);
});
it('stops asking some day', () => {
  let book = paidWith(null);
  for (let look = 0; look <= 200; look += 1)
    book = bookAfter(book, noteCharge(book, 'pi_1', null, later(look), PATIENCE));
  expect(book.work.lookAtMs).toBeNull();
});
it('knows nothing of unknown charges, unknown books and books from before fees were booked', () => {
  expect(noteCharge(null, 'pi_1', FACTS, NOW, PATIENCE)).toEqual([]);
  expect(noteCharge(paidWith(null), 'pi_2', FACTS, NOW, PATIENCE)).toEqual([]);
  const asked = paidWith(null);
  const unasked = { ...asked, charges: asked.charges.map((charge) => ({ ...charge, nextCheckAtMs: null })) };
  expect(noteCharge(unasked, 'pi_1', FACTS, NOW, PATIENCE)).toEqual([]);
});
