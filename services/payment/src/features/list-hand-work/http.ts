import { paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import { presentHandWork } from '../present/hand-payment';

/** By id, which never changes. */
const byEnrolment = pagesBy(z.tuple([z.uuid()]));

export const listHandWorkRoute = route<{ books: Pick<Ports['books'], 'withHandWork'> }>()({
  method: 'get',
  path: '/cohorts/:cohortId/manual-payouts',
  summary: 'Who must be paid by hand, with why, what was told of it and what waits for the learner.',
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  query: byEnrolment.query,
  answers: { 200: paymentHttp.HandWorkPage },
  async handle({ params, query }, { books }) {
    const [afterId] = query.cursor ?? [];
    const found = await books.withHandWork(params.cohortId, { limit: query.limit + 1, afterId });
    const page = byEnrolment.page(found, query, ({ enrolmentId }) => [enrolmentId], presentHandWork);
    return { ...page, items: page.items.filter((work) => work !== null) };
  },
});
