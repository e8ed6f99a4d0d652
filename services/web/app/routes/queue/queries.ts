import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import type { QueueState } from '../../features/reviewing/sought';

/** As the services hand pages out. */
const AT_ONCE = 200;
/** What one person can look over. Beyond it the page says that there is more. */
const MOST_ROWS = 600;
const QUEUE_EVERY_MS = 20_000;
/** A newer version is to be heard of while its predecessor is being read. */
const TEXT_EVERY_MS = 6_000;

export interface QueueFilter {
  state: QueueState;
  assignmentId: string | undefined;
}

export type QueueRow = Awaited<ReturnType<typeof fetchQueuePage>>['items'][number];
export type Work = Awaited<ReturnType<typeof fetchWork>>;
export type Snippet = Awaited<ReturnType<typeof fetchSnippets>>['items'][number];
export interface Queue {
  rows: readonly QueueRow[];
  /** More waits than is shown. */
  hasMore: boolean;
}

/** All queues of a cohort, however they are filtered. */
export const queueKey = (cohortId: string) => ['reviewQueue', cohortId] as const;

/** What waits, what was promised first at the top. */
export const queueQuery = (cohortId: string, { state, assignmentId }: QueueFilter) =>
  queryOptions({
    queryKey: [...queueKey(cohortId), state, assignmentId ?? null],
    refetchInterval: QUEUE_EVERY_MS,
    queryFn: async (): Promise<Queue> => {
      const rows: QueueRow[] = [];
      let cursor: string | undefined;
      do {
        const { items, nextCursor } = await fetchQueuePage(cohortId, { state, ...given({ assignmentId, cursor }) });
        rows.push(...items);
        cursor = nextCursor;
      } while (cursor !== undefined && rows.length < MOST_ROWS);
      return { rows, hasMore: cursor !== undefined };
    },
  });

/** One piece of work with all its versions. */
export const workQuery = (submissionId: string) =>
  queryOptions({
    queryKey: ['reviewWork', submissionId],
    queryFn: () => fetchWork(submissionId),
    refetchInterval: TEXT_EVERY_MS,
  });

export const snippetsQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['snippets', cohortId], queryFn: () => fetchSnippets(cohortId), staleTime: 60_000 });

function fetchQueuePage(cohortId: string, query: { state: QueueState; assignmentId?: string; cursor?: string }) {
  const params = { path: { cohortId }, query: { ...query, limit: AT_ONCE } };
  return bodyOf(api.homework.GET('/cohorts/{cohortId}/review-queue', { params }));
}

function fetchWork(submissionId: string) {
  return bodyOf(api.homework.GET('/submissions/{submissionId}', { params: { path: { submissionId } } }));
}

function fetchSnippets(cohortId: string) {
  return bodyOf(api.homework.GET('/cohorts/{cohortId}/snippets', { params: { path: { cohortId } } }));
}
