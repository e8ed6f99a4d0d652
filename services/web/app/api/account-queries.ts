import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';

export type SignIn = Awaited<ReturnType<NonNullable<(typeof sessionsQuery)['queryFn']>>>['items'][number];
export type Invitation = Awaited<ReturnType<NonNullable<(typeof invitationsQuery)['queryFn']>>>['items'][number];

/** What I am, over all cohorts. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => bodyOf(api.membership.GET('/accounts/me/roles', { params: { query: { limit: 100 } } })),
});

/** The course businesses that I founded. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: () => bodyOf(api.membership.GET('/organisations', { params: { query: { limit: 100 } } })),
});

/** Whether I am one of the platform's arbiters. */
export const authorityQuery = queryOptions({
  queryKey: ['authority'],
  queryFn: () => bodyOf(api.checkin.GET('/accounts/me/authority')),
  staleTime: 300_000,
});

/** What waits for me as the platform's arbiter, the longest first. */
export const arbiterAppealsQuery = queryOptions({
  queryKey: ['arbiterAppeals'],
  queryFn: () => bodyOf(api.checkin.GET('/appeals', { params: { query: { limit: 50 } } })),
});

/** What I am invited to. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => bodyOf(api.membership.GET('/invitations')),
});

/** Where I am signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => bodyOf(api.membership.GET('/sessions')),
});

/** Whether signing in takes a code besides the password. */
export const secondFactorQuery = queryOptions({
  queryKey: ['secondFactor'],
  queryFn: () => bodyOf(api.membership.GET('/accounts/me/second-factor')),
});
