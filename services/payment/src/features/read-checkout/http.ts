import { iso, paymentHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Book } from '../../domain/book';
import { lookAtCheckout } from '../../domain/checkout-state';
import type { Now } from '../../domain/patience';
import type { Ports } from '../../ports';

type Needs = { books: Pick<Ports['books'], 'load'>; clocks: Pick<Ports['clocks'], 'now'> };

/** Opens nothing, so that a page may ask as often as it likes. */
export const readCheckoutRoute = route<Needs>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/checkout',
  summary: 'How the payment is: open, processing, declined, expired or paid, why, and whether it may be paid now.',
  access: ['learner'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.CheckoutStateBody, 404: refusals('not_found') },
  async handle({ params: { enrolmentId } }, { books, clocks }) {
    const book = await books.load(enrolmentId);
    return book ? present(book, clocks.now()) : refuse('not_found', 'There is no such enrolment.');
  },
});

function present(book: Book, now: Now) {
  const { enrolmentId, price, paidAtMs, seatHeldUntilMs, creditUsedMinor } = book;
  const { state, reason, isPayable, session } = lookAtCheckout(book, now);
  const creditMinor = session?.request.creditMinor ?? creditUsedMinor;
  return {
    enrolmentId,
    state,
    reason,
    payable: isPayable,
    sessionId: session?.sessionId ?? null,
    url: session?.url ?? null,
    expiresAt: session ? iso(session.request.expiresAtMs) : null,
    seatHeldUntil: seatHeldUntilMs === null ? null : iso(seatHeldUntilMs),
    paidAt: paidAtMs === null ? null : iso(paidAtMs),
    currency: price?.currency ?? null,
    entryFeeMinor: price?.entryFeeMinor ?? null,
    depositMinor: price?.depositMinor ?? null,
    creditMinor,
    amountMinor: price === null ? null : price.entryFeeMinor + price.depositMinor - creditMinor,
  };
}
