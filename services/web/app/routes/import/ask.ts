import { api, bodyOf } from '../../api/client';

export type Checked = Awaited<ReturnType<typeof checkList>>;

/** What an import of that list would do. */
export function checkList(cohortId: string, csv: string) {
  const params = { path: { cohortId } };
  return bodyOf(api.membership.POST('/cohorts/{cohortId}/learner-invitations/check', { params, body: { csv } }));
}

/** Does what was checked, and nothing else. */
export function sendList(cohortId: string, body: { csv: string; digest: string }, key: string) {
  const params = { path: { cohortId }, header: { 'Idempotency-Key': key } };
  return bodyOf(api.membership.POST('/cohorts/{cohortId}/learner-invitations', { params, body }));
}
