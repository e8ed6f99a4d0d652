import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { given } from './given';
import { paged } from './paged';

export type Cohort = Awaited<ReturnType<typeof fetchCohort>>;

/** A cohort as a list shows it, without its long texts. */
export type CohortRow = Awaited<ReturnType<typeof fetchCohorts>>['items'][number];

export type EarlierCohort = Awaited<ReturnType<typeof fetchEarlier>>['items'][number];
export type StaffMember = Awaited<ReturnType<NonNullable<ReturnType<typeof staffQuery>['queryFn']>>>['items'][number];

export type OpenInvitation = Awaited<
  ReturnType<NonNullable<ReturnType<typeof openInvitationsQuery>['queryFn']>>
>['items'][number];

export type PublicProof = Awaited<ReturnType<typeof fetchProof>>;
export type PublicRecord = Awaited<ReturnType<typeof fetchRecord>>;

export const cohortsQuery = queryOptions({ queryKey: ['cohorts'], queryFn: fetchCohorts, staleTime: 30_000 });

export const cohortQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['cohort', cohortId], queryFn: () => fetchCohort(cohortId), staleTime: 30_000 });

/** By the word that the cohort has in an address, or had. */
export const cohortByWordQuery = (slug: string) =>
  queryOptions({
    queryKey: ['cohort', 'by-word', slug],
    queryFn: () => bodyOf(api.membership.GET('/cohort-pages/{slug}', { params: { path: { slug } } })),
    staleTime: 30_000,
  });

/** How earlier cohorts of the same organisation ended. */
export const earlierQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['earlier', cohortId], queryFn: () => fetchEarlier(cohortId), staleTime: 300_000 });

/** Who works for a cohort. */
export const staffQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['staff', cohortId],
    queryFn: () => bodyOf(api.membership.GET('/cohorts/{cohortId}/staff', { params: { path: { cohortId } } })),
  });

/** Whom its owner invited and who has not answered. */
export const openInvitationsQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['openInvitations', cohortId],
    queryFn: () => bodyOf(api.membership.GET('/cohorts/{cohortId}/invitations', { params: { path: { cohortId } } })),
  });

/** Of a cohort's members and staff: when it is settled, and what became of what was forfeited. */
export const settlementQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['settlement', cohortId],
    queryFn: () => bodyOf(api.checkin.GET('/cohorts/{cohortId}/settlement', { params: { path: { cohortId } } })),
  });

/** Of everybody's deposits at an organisation, for everybody. */
export const proofQuery = (organisationId: string) =>
  queryOptions({ queryKey: ['proof', organisationId], queryFn: () => fetchProof(organisationId), staleTime: 300_000 });

/** How all cohorts of an organisation ended, a page of them at a time; the totals stand on each. */
export const recordQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: ['record', organisationId],
    staleTime: 60_000,
    ...paged((cursor) => fetchRecord(organisationId, cursor)),
  });

function fetchCohorts() {
  return bodyOf(api.membership.GET('/cohorts', { params: { query: { limit: 50 } } }));
}

function fetchCohort(cohortId: string) {
  return bodyOf(api.membership.GET('/cohorts/{cohortId}', { params: { path: { cohortId } } }));
}

function fetchEarlier(cohortId: string) {
  const params = { path: { cohortId }, query: { limit: 10 } };
  return bodyOf(api.membership.GET('/cohorts/{cohortId}/earlier', { params }));
}

function fetchProof(organisationId: string) {
  const params = { path: { organisationId }, query: { limit: 60 } };
  return bodyOf(api.payment.GET('/organisations/{organisationId}/proof', { params }));
}

function fetchRecord(organisationId: string, cursor: string | undefined) {
  const params = { path: { organisationId }, query: { limit: 50, ...given({ cursor }) } };
  return bodyOf(api.payment.GET('/organisations/{organisationId}/record', { params }));
}
