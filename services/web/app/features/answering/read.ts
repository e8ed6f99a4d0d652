import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';

export type AppealInFull = Awaited<ReturnType<typeof fetchAppeal>>;

/** One appeal with what was rejected and until when it waits. */
export const appealQuery = (enrolmentId: string, appealId: string) =>
  queryOptions({ queryKey: ['appeal', appealId], queryFn: () => fetchAppeal(enrolmentId, appealId) });

function fetchAppeal(enrolmentId: string, appealId: string) {
  const path = { enrolmentId, appealId };
  return bodyOf(api.checkin.GET('/enrolments/{enrolmentId}/appeals/{appealId}', { params: { path } }));
}
