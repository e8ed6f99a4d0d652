import { iso, paymentHttp, refuse } from '@daka/contracts';
import { pagesBy, refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import { type EndedCohort, figuresOf, publicRecordOf } from '../../domain/public-record';
import type { Ports } from '../../ports';

/** The latest end first; when a cohort ended never changes. */
const byEnd = pagesBy(z.tuple([z.int(), z.string()]));

export const readRecordRoute = route<{ records: Ports['records']; owners: Pick<Ports['owners'], 'ownerOf'> }>()({
  method: 'get',
  path: '/organisations/:organisationId/record',
  summary:
    'The public record of an organisation: how its cohorts ended, who completed, where deposits and forfeits went, rejections, appeals, and how fast refunds come.',
  access: 'public',
  params: paymentHttp.OrganisationParams,
  query: byEnd.query,
  answers: { 200: paymentHttp.RecordBody, 404: refusals('not_found') },
  async handle({ params: { organisationId }, query }, { records, owners }) {
    const found = await records.cohortsOf(organisationId);
    if (found.length === 0 && (await owners.ownerOf(organisationId)) === null)
      return refuse('not_found', 'There is no such organisation.');
    const { ended, ...record } = publicRecordOf(found);
    const rest = ended.filter((cohort) => query.cursor === undefined || isAfter(cohort, query.cursor));
    return { organisationId, ...record, ...byEnd.page(rest, query, placeOf, present) };
  },
});

function isAfter({ endedAtMs, cohortId }: EndedCohort, [atMs, id]: readonly [number, string]): boolean {
  return endedAtMs < atMs || (endedAtMs === atMs && cohortId < id);
}

function placeOf({ endedAtMs, cohortId }: EndedCohort): [number, string] {
  return [endedAtMs, cohortId];
}

function present(cohort: EndedCohort): z.infer<typeof paymentHttp.RecordedCohortBody> {
  const { cohortId, title, startsOn, state, endedAtMs, currency } = cohort;
  const endedAt = endedAtMs === 0 ? null : iso(endedAtMs);
  return { cohortId, title, startsOn, state, endedAt, currency, figures: figuresOf(cohort) };
}
