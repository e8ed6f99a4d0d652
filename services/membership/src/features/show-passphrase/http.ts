import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const showPassphraseRoute = route<Pick<Ports, 'cohorts'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/passphrase',
  summary: 'The word that stands hidden in the rules, for those who run the class',
  access: ['owner', 'class_head'],
  params: http.CohortParams,
  answers: { 200: http.PassphraseBody, 404: refusals('not_found') },
  handle: async ({ params }, { cohorts }) => {
    const cohort = await cohorts.load(params.cohortId);
    if (cohort === null) return refuse('not_found');
    return { passphrase: cohort.content.passphrase, rulesVersion: cohort.rulesVersion };
  },
});
