import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { termsOf } from '../../domain/versions';
import type { Ports } from '../../ports';
import { termsBody } from '../present/terms';

export const showTermsRoute = route<Pick<Ports, 'enrolments' | 'cohorts' | 'versions'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/terms',
  summary: 'What was promised to this learner: what the cohort said when they accepted its rules, or applied',
  access: ['learner', 'owner', 'class_head', 'instructor', 'committee'],
  params: http.EnrolmentParams,
  answers: { 200: http.TermsBody, 404: refusals('not_found') },
  handle: async ({ params }, { enrolments, cohorts, versions }) => {
    const enrolment = await enrolments.load(params.enrolmentId);
    const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
    if (!enrolment || !cohort) return refuse('not_found');
    const { cohortId, rulesAcceptedAtMs, appliedAtMs } = enrolment;
    const atMs = rulesAcceptedAtMs ?? appliedAtMs;
    // Where it was not kept yet, what the cohort says now: of what was promised nothing ever changed.
    return termsBody((await versions.promisedAt(cohortId, atMs)) ?? termsOf(cohort, atMs));
  },
});
