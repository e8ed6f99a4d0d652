import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';

/** The homework of a class, by when it is due. */
export const tasksQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['reviewTasks', cohortId],
    queryFn: () => bodyOf(api.homework.GET('/cohorts/{cohortId}/assignments', { params: { path: { cohortId } } })),
    staleTime: 60_000,
  });
