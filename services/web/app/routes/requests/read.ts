import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';

export type MemberAppeal = Awaited<ReturnType<typeof fetchAppeals>>['items'][number];
export type MemberLeave = Awaited<ReturnType<typeof fetchLeave>>['items'][number];

const AT_ONCE = 50;

/** The appeals of a cohort, those that wait first. */
export const appealsQuery = (cohortId: string) =>
  infiniteQueryOptions({
    queryKey: ['cohortAppeals', cohortId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => fetchAppeals(cohortId, pageParam),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The requests for leave of a cohort, those that wait first. */
export const leaveQuery = (cohortId: string) =>
  infiniteQueryOptions({
    queryKey: ['cohortLeave', cohortId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => fetchLeave(cohortId, pageParam),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

function fetchAppeals(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) };
  return bodyOf(api.checkin.GET('/cohorts/{cohortId}/appeals', { params: { path: { cohortId }, query } }));
}

function fetchLeave(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) };
  return bodyOf(api.checkin.GET('/cohorts/{cohortId}/leave', { params: { path: { cohortId }, query } }));
}
