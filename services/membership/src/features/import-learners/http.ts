import { membershipHttp as http } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { actorOf } from '../actor';
import type { ImportLearners } from './handler';

export const checkImportRoute = route<{ importLearners: ImportLearners }>()({
  method: 'post',
  path: '/cohorts/:cohortId/learner-invitations/check',
  summary: 'What an import of learners would do, and all that is wrong with its lines; nothing is done',
  access: ['owner', 'class_head'],
  params: http.CohortParams,
  body: http.ImportBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: { 200: http.ImportReport, 404: refusals('not_found'), 409: refusals('cohort_not_open') },
  handle: ({ params, body }, { importLearners }) => importLearners.check(params.cohortId, body.csv),
});

export const importLearnersRoute = route<{ importLearners: ImportLearners }>()({
  method: 'post',
  path: '/cohorts/:cohortId/learner-invitations',
  summary:
    'Invite by a letter whoever a checked table names to apply; they are members once they accepted the rules and paid',
  access: ['owner', 'class_head'],
  idempotent: true,
  params: http.CohortParams,
  body: http.ConfirmImportBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: {
    201: http.ImportReport,
    404: refusals('not_found'),
    409: refusals('cohort_not_open', 'import_changed', 'lines_wrong'),
    429: refusals('too_many_attempts'),
  },
  handle: ({ params, body, user }, { importLearners }) =>
    importLearners.run({ cohortId: params.cohortId, ...body, by: actorOf(user) }),
});
