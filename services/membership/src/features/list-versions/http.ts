import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { afterPlace, byTime } from '../present/pages';
import { termsBody } from '../present/terms';

export const listVersionsRoute = route<Pick<Ports, 'versions' | 'accounts'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/versions',
  summary:
    'What the cohort said of itself and since when, for its staff: each version of policy and rules, the latest first',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams,
  query: byTime.query,
  answers: { 200: http.VersionPage },
  handle: async ({ params, query }, { versions, accounts }) => {
    const found = await versions.ofCohort(params.cohortId, afterPlace(query));
    const people = found.map(({ by }) => by).filter((id) => id !== null);
    const names = await accounts.displayNames([...new Set(people)]);
    return byTime.page(
      found,
      query,
      ({ atMs, id }) => [atMs, id],
      (version) => ({
        ...termsBody(version),
        id: version.id,
        kind: version.kind,
        by: version.by === null ? null : (names.get(version.by) ?? null),
      }),
    );
  },
});
