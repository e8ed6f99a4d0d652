import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';

type Answer = Awaited<ReturnType<typeof fetchPage>>;
export type CohortInShort = Answer['items'][number];
/** What all cohorts of one currency come to together. */
export type Sums = NonNullable<Answer['sums']>[number];

const AT_ONCE = 20;

export const organisationMoneyQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: ['organisationMoney', organisationId],
    ...paged((cursor) => fetchPage(organisationId, cursor)),
  });

function fetchPage(organisationId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  const params = { path: { organisationId }, query };
  return bodyOf(api.payment.GET('/organisations/{organisationId}/money', { params }));
}
