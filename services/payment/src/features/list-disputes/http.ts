import { iso, paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Book } from '../../domain/book';
import { priceOf } from '../../domain/money-of';
import type { Ports } from '../../ports';

/** By the enrolment's id, which never changes; an enrolment's disputes stand on one page. */
const byEnrolment = pagesBy(z.tuple([z.uuid()]), { state: paymentHttp.DisputeState.default('open') });

export const listDisputesRoute = route<{ books: Pick<Ports['books'], 'withDispute'> }>()({
  method: 'get',
  path: '/cohorts/:cohortId/disputes',
  summary: "A cohort's disputes: open ones with the bank's deadline, or decided ones with who bears them.",
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  query: byEnrolment.query,
  answers: { 200: paymentHttp.CohortDisputesPage },
  async handle({ params, query }, { books }) {
    const isOpen = query.state === 'open';
    const [afterId] = query.cursor ?? [];
    const found = await books.withDispute(params.cohortId, { isOpen, limit: query.limit + 1, afterId });
    const page = byEnrolment.page(
      found,
      query,
      ({ enrolmentId }) => [enrolmentId],
      (book) => present(book, isOpen),
    );
    return { ...page, items: page.items.flat() };
  },
});

function present(book: Book, isOpen: boolean) {
  const { enrolmentId, disputes } = book;
  return disputes
    .filter(({ status }) => (status === 'open') === isOpen)
    .map(({ disputeId, status, amountMinor, reason, openedAtMs, answerByMs, closedAtMs, ...money }) => ({
      enrolmentId,
      disputeId,
      currency: priceOf(book).currency,
      status,
      amountMinor,
      reason,
      openedAt: iso(openedAtMs),
      answerBy: answerByMs === null ? null : iso(answerByMs),
      closedAt: closedAtMs === null ? null : iso(closedAtMs),
      withdrawnMinor: money.withdrawnMinor,
      feeMinor: money.feeMinor,
      coveredMinor: money.coveredMinor,
      lossMinor: money.lossMinor,
    }));
}
