import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';

export type CohortInShort = Awaited<ReturnType<typeof fetchPage>>['items'][number];

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
