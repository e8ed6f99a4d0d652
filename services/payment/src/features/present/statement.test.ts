import type { ChargeFacts } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { chainEntries, EMPTY_LEDGER } from '../../domain/ledger/entry';
import { postingsOf } from '../../domain/ledger/postings';
import { sha256 } from '../../adapters/sha256';
import { bookOf, held, ids, NOW, opened, paid, PERIOD } from '../../testing/book';
import { presentStatement } from './statement';

const { atMs } = NOW;
const refund = { period: PERIOD, attempt: 1, kind: 'deposit', amountMinor: 500, atMs } as const;
const payout: BookEvent = { type: 'payout-accrued', period: PERIOD, dueMinor: 500, amountMinor: 500, days: [], atMs };
const planned: BookEvent = { type: 'refund-planned', ...refund, paymentIntentId: 'pi_1', nextAtMs: 1 };
const sending: BookEvent = { type: 'refund-sending', ...refund, wallAtMs: NOW.wallAtMs, nextAtMs: 1 };
const succeeded: BookEvent = { type: 'refund-succeeded', ...refund, processorRefundId: 're_1' };

function shown(method: string | null, ...more: BookEvent[]) {
  const facts: ChargeFacts | null =
    method === null ? null : { chargeId: 'ch_1', method, capturedAtMs: 0, feeMinor: null };
  const events = [opened, held, { ...paid, charge: facts } as BookEvent, payout, planned, ...more];
  const entries = chainEntries(
    EMPTY_LEDGER,
    events.flatMap((event) => postingsOf(event)),
    { book: ids.enrolmentId, cohortId: ids.cohortId, currency: 'CNY' },
    sha256,
  );
  return presentStatement({ book: bookOf(...events), entries })?.lines.find(({ kind }) => kind === 'refund_sent');
}

it.each([
  ['card', '2026-03-16T00:00:00.000Z'],
  ['wechat_pay', '2026-03-09T00:00:00.000Z'],
  ['something_new', '2026-03-16T00:00:00.000Z'],
  [null, '2026-03-16T00:00:00.000Z'],
])('a refund on its way by %s says when it should be there', (method, expectedAt) => {
  expect(shown(method, sending)).toMatchObject({ at: '2026-03-02T00:00:00.000Z', expectedAt });
});

it('one that is there expects nothing any more', () => {
  expect(shown('card', sending, succeeded)).not.toHaveProperty('expectedAt');
});
