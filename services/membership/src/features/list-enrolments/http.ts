import { PageQuery, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { enrolmentBody } from '../enrolment-body';
import { pageOf, pageOptions } from '../paging';
import type { UseCases } from '../use-cases';

export const listEnrolmentsRoute = route<UseCases>()({
  method: 'get', path: '/enrolments', summary: 'My enrolments', access: 'signed_in',
  query: PageQuery,
  answers: { 200: http.EnrolmentPage },
  handle: async ({ query, user }, { enrolments, seatings }) => {
    const found = await enrolments.ofLearner(user.id, pageOptions(query));
    const page = pageOf(found, query.limit, ({ enrolmentId }) => enrolmentId);
    return { ...page, items: await Promise.all(page.items.map((enrolment) => enrolmentBody(enrolment, seatings))) };
  },
});
