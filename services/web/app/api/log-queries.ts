import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { given } from './given';
import { paged } from './paged';

export type DecisionPage = Awaited<ReturnType<typeof fetchOwnDecisions>>;
export type DecisionsQuery = ReturnType<typeof decisionsQuery>;
export type ActsQuery = typeof myActsQuery;
export type Act = Awaited<ReturnType<typeof fetchMyActs>>['items'][number];
const AT_ONCE = 50;
type Paging = { limit: number; cursor?: string };

/** What was decided about the members of the reader's cohort, oldest first. */
export const decisionsQuery = (enrolmentId: string) =>
  logOptions(['decisions', enrolmentId], (query) => fetchOwnDecisions(enrolmentId, query));

/** The same for the staff of a cohort and the arbiter. */
export const cohortDecisionsQuery = (cohortId: string) =>
  logOptions(['cohortDecisions', cohortId], (query) => fetchCohortDecisions(cohortId, query));

/** What I did, and what was done to my account. */
export const myActsQuery = logOptions(['myActs'], fetchMyActs);

/** What the staff of an organisation did, for its owner. */
export const organisationActsQuery = (organisationId: string) =>
  logOptions(['organisationActs', organisationId], (query) =>
    bodyOf(api.membership.GET('/organisations/{organisationId}/acts', { params: { path: { organisationId }, query } })),
  );

/** All of it, for the platform. */
export const actsQuery = logOptions(['acts'], (query) => bodyOf(api.membership.GET('/acts', { params: { query } })));

/** Read anew at every look. */
function logOptions<Page extends { nextCursor?: string | undefined }>(
  queryKey: readonly string[],
  fetchPage: (query: Paging) => Promise<Page>,
) {
  return infiniteQueryOptions({
    queryKey,
    staleTime: 0,
    ...paged((cursor) => fetchPage({ limit: AT_ONCE, ...given({ cursor }) })),
  });
}

function fetchMyActs(query: Paging) {
  return bodyOf(api.membership.GET('/accounts/me/acts', { params: { query } }));
}

function fetchOwnDecisions(enrolmentId: string, query: Paging) {
  const params = { path: { enrolmentId }, query };
  return bodyOf(api.payment.GET('/enrolments/{enrolmentId}/decisions', { params }));
}

function fetchCohortDecisions(cohortId: string, query: Paging) {
  const params = { path: { cohortId }, query };
  return bodyOf(api.payment.GET('/cohorts/{cohortId}/decisions', { params }));
}
