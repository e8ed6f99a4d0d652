import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';

export type MemberAppeal = Awaited<ReturnType<typeof fetchAppeals>>['items'][number];
export type MemberLeave = Awaited<ReturnType<typeof fetchLeave>>['items'][number];

const AT_ONCE = 50;

/** The appeals of a cohort, those that wait first. */
export const appealsQuery = (cohortId: string) =>
  infiniteQueryOptions({ queryKey: ['cohortAppeals', cohortId], ...paged((cursor) => fetchAppeals(cohortId, cursor)) });

/** The requests for leave of a cohort, those that wait first. */
export const leaveQuery = (cohortId: string) =>
  infiniteQueryOptions({ queryKey: ['cohortLeave', cohortId], ...paged((cursor) => fetchLeave(cohortId, cursor)) });

function fetchAppeals(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(api.checkin.GET('/cohorts/{cohortId}/appeals', { params: { path: { cohortId }, query } }));
}

function fetchLeave(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(api.checkin.GET('/cohorts/{cohortId}/leave', { params: { path: { cohortId }, query } }));
}
