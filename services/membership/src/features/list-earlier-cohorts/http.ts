import { iso, membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { z } from 'zod';
import { type Cohort, isUnheardOf } from '../../domain/cohort';
import type { Ports, SeatCounts } from '../../ports';
import { datesOf, outcomeBody } from '../present/cohort';
import { afterPlace, byTime } from '../present/pages';
import { worksFor } from '../roles';

export const listEarlierCohortsRoute = route<Pick<Ports, 'cohorts' | 'seatings'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/earlier',
  summary: 'How the other settled cohorts of the same organisation ended, the latest first',
  access: 'public',
  params: http.CohortParams,
  query: byTime.query,
  answers: { 200: http.EarlierCohortPage, 404: refusals('not_found') },
  handle: async ({ params, query, user }, { cohorts, seatings }) => {
    const cohort = await cohorts.load(params.cohortId);
    if (cohort === null || (isUnheardOf(cohort) && !worksFor(cohort, user))) return refuse('not_found');
    const found = await cohorts.settledBefore(cohort, afterPlace(query));
    const counts = await seatings.counts(found.map(({ cohortId }) => cohortId));
    return byTime.page(
      found,
      query,
      ({ settledAtMs, cohortId }) => [settledAtMs ?? 0, cohortId],
      (earlier) => earlierBody(earlier, counts.get(earlier.cohortId) ?? null),
    );
  },
});

function earlierBody(cohort: Cohort, counts: SeatCounts | null): z.infer<typeof http.EarlierCohortBody> {
  const { cohortId, content, settledAtMs, outcome } = cohort;
  return {
    id: cohortId,
    slug: content.slug,
    title: content.title,
    ...datesOf(cohort),
    settledAt: settledAtMs === null ? null : iso(settledAtMs),
    outcome: outcomeBody(outcome, counts),
  };
}
