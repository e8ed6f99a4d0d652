import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';

/** Whether the account is to be erased, and when. */
export const erasureQuery = queryOptions({
  queryKey: ['erasure'],
  queryFn: () => bodyOf(api.membership.GET('/accounts/me/erasure')),
});
