import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';
import type { EntriesSearch } from '../../features/reviewing/sought';

const AT_ONCE = 50;
const ENTRIES_EVERY_MS = 60_000;

export type Entry = Awaited<ReturnType<typeof fetchEntries>>['items'][number];
type Only = EntriesSearch['only'];

/** All days of a cohort, however they are filtered. */
export const entriesKey = (cohortId: string) => ['reviewedEntries', cohortId] as const;

/** The check-ins of a day in the order in which they came, rejected ones too. */
export const entriesQuery = (cohortId: string, day: string, only: Only) =>
  infiniteQueryOptions({
    queryKey: [...entriesKey(cohortId), day, only ?? null],
    refetchInterval: ENTRIES_EVERY_MS,
    ...paged((cursor, { signal }) => fetchEntries(cohortId, day, { only, cursor }, signal)),
  });

function fetchEntries(
  cohortId: string,
  day: string,
  { only, cursor }: { only: Only; cursor: string | undefined },
  signal: AbortSignal,
) {
  const query = { limit: AT_ONCE, ...given({ only, cursor }) };
  const params = { path: { cohortId, day }, query };
  return bodyOf(api.checkin.GET('/cohorts/{cohortId}/days/{day}/entries', { params, signal }));
}
