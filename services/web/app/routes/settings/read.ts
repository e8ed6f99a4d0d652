import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';

export type Version = Awaited<ReturnType<typeof fetchVersions>>['items'][number];

/** A class has few; each is a long text. */
const AT_ONCE = 20;

export const versionsQuery = (cohortId: string) =>
  infiniteQueryOptions({ queryKey: ['versions', cohortId], ...paged((cursor) => fetchVersions(cohortId, cursor)) });

function fetchVersions(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(api.membership.GET('/cohorts/{cohortId}/versions', { params: { path: { cohortId }, query } }));
}
