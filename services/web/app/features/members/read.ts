import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';
import type { STATUSES } from './sought';

export type Member = Awaited<ReturnType<typeof fetchMembers>>['items'][number];
export type MemberDays = Awaited<ReturnType<typeof fetchDays>>['items'][number];

/** Whom to look for. */
export interface Sought {
  q?: string | undefined;
  status?: (typeof STATUSES)[number] | undefined;
}

/** As many as a page of the services holds. */
const AT_ONCE = 200;

const membersQuery = (cohortId: string, sought: Sought) =>
  infiniteQueryOptions({
    queryKey: ['members', cohortId, sought],
    placeholderData: keepPreviousData,
    ...paged((cursor, { signal }) => fetchMembers(cohortId, sought, cursor, signal)),
  });

const daysQuery = (cohortId: string) =>
  infiniteQueryOptions({
    queryKey: ['memberDays', cohortId],
    staleTime: 30_000,
    ...paged((cursor, { signal }) => fetchDays(cohortId, cursor, signal)),
  });

/** Members by number, a page after the other without being asked for. */
export function useMembers(cohortId: string, sought: Sought = {}) {
  const query = useInfiniteQuery(membersQuery(cohortId, sought));
  useGoOn(query);
  const members = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return { query, members };
}

/** What members are called, by enrolment. */
export function useNamesOfMembers(cohortId: string): ReadonlyMap<string, string> {
  const { members } = useMembers(cohortId);
  return useMemo(() => new Map(members.map(({ enrolmentId, displayName }) => [enrolmentId, displayName])), [members]);
}

/** The days of all members by number, a page after the other without being asked for. */
export function useMemberDays(cohortId: string) {
  const query = useInfiniteQuery(daysQuery(cohortId));
  useGoOn(query);
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return { query, rows };
}

interface Pages {
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage(): unknown;
}

function useGoOn({ hasNextPage, isFetching, isError, fetchNextPage }: Pages): void {
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
}

function fetchMembers(cohortId: string, { q, status }: Sought, cursor: string | undefined, signal: AbortSignal) {
  const query = { limit: AT_ONCE, ...given({ q, status, cursor }) };
  return bodyOf(api.membership.GET('/cohorts/{cohortId}/members', { params: { path: { cohortId }, query }, signal }));
}

function fetchDays(cohortId: string, cursor: string | undefined, signal: AbortSignal) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(api.checkin.GET('/cohorts/{cohortId}/days', { params: { path: { cohortId }, query }, signal }));
}
