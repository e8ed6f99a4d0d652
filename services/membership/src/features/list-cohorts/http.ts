import { Id, membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import { cohortRows, type ShowsCohorts } from '../present/cohort';
import { afterPlace, byTime } from '../present/pages';

/** The first day of a published cohort is fixed. */
const byFirstDay = pagesBy(z.tuple([z.string(), z.uuid()]), {
  show: http.CohortFilter.default('all'),
  organisationId: Id.optional(),
});

export const listCohortsRoute = route<Pick<Ports, 'cohorts'> & ShowsCohorts>()({
  method: 'get',
  path: '/cohorts',
  summary:
    'Published cohorts by their first day: those that can be joined with the soonest first, else the latest first',
  access: 'public',
  query: byFirstDay.query,
  answers: { 200: http.CohortPage },
  handle: async ({ query }, { cohorts, ...ports }) => {
    const { show, organisationId } = query;
    const asked = { show, organisationId, nowMs: ports.clock.nowMs() };
    const found = await cohorts.published(asked, afterPlace(query));
    return byFirstDay.page(
      await cohortRows(found, ports),
      query,
      ({ startsOn, id }) => [startsOn ?? '', id],
      (row) => row,
    );
  },
});

export const listOrganisationCohortsRoute = route<Pick<Ports, 'cohorts'> & ShowsCohorts>()({
  method: 'get',
  path: '/organisations/:organisationId/cohorts',
  summary: 'All cohorts of an organisation, drafts too, the latest draft first',
  access: ['owner'],
  params: http.OrganisationParams,
  query: byTime.query,
  answers: { 200: http.CohortPage },
  handle: async ({ params, query }, { cohorts, ...ports }) => {
    const found = await cohorts.ofOrganisation(params.organisationId, afterPlace(query));
    const rows = await cohortRows(found, ports);
    return byTime.page(
      rows.map((row, index) => ({ row, draftedAtMs: found[index]?.draftedAtMs ?? 0 })),
      query,
      ({ row, draftedAtMs }) => [draftedAtMs, row.id],
      ({ row }) => row,
    );
  },
});
