import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';

export type Checked = Awaited<ReturnType<typeof checkList>>;
export type InvitedLearner = Awaited<ReturnType<typeof fetchInvited>>['items'][number];

const AT_ONCE = 50;

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

/** Who was invited by a list so far, page by page. */
export function fetchInvited(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(
    api.membership.GET('/cohorts/{cohortId}/learner-invitations', { params: { path: { cohortId }, query } }),
  );
}
