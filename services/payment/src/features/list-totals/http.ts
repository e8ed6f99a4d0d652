import { paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { totalsOf } from '../../domain/statement';
import type { Ports } from '../../ports';
import { presentTotals } from '../present/statement';

/** By id, which never changes. */
const byEnrolment = pagesBy(z.tuple([z.uuid()]));

export const listTotalsRoute = route<{ books: Pick<Ports['books'], 'ofCohort'> }>()({
  method: 'get',
  path: '/cohorts/:cohortId/enrolments',
  summary: "The totals of each enrolment's statement.",
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  query: byEnrolment.query,
  answers: { 200: paymentHttp.TotalsPage },
  async handle({ params, query }, { books }) {
    const [afterId] = query.cursor ?? [];
    const found = await books.ofCohort(params.cohortId, { limit: query.limit + 1, afterId });
    const page = byEnrolment.page(
      found,
      query,
      ({ enrolmentId }) => [enrolmentId],
      (book) => totalsOf(book),
    );
    return { ...page, items: page.items.filter((totals) => totals !== null).map(presentTotals) };
  },
});
