import { Id, membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import { enrolmentBody, type ShowsEnrolments } from '../present/enrolment';
import { afterPlace } from '../present/pages';

/** Who left and came back has the present one before the earlier ones. */
const byApplication = pagesBy(z.tuple([z.int(), z.uuid()]), { cohortId: Id.optional() });

export const listEnrolmentsRoute = route<Pick<Ports, 'enrolments'> & ShowsEnrolments>()({
  method: 'get',
  path: '/enrolments',
  summary: 'My enrolments, of one cohort if it is named, the latest application first',
  access: 'signed_in',
  query: byApplication.query,
  answers: { 200: http.EnrolmentPage },
  handle: async ({ query, user }, { enrolments, ...ports }) => {
    const mine = { learnerId: user.id, cohortId: query.cohortId };
    const found = await enrolments.ofLearner(mine, afterPlace(query));
    const bodies = await Promise.all(found.map((enrolment) => enrolmentBody(enrolment, ports)));
    return byApplication.page(
      bodies,
      query,
      ({ appliedAt, id }) => [Date.parse(appliedAt), id],
      (body) => body,
    );
  },
});
