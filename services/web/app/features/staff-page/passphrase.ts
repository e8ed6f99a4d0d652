import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';

/** The word that stands hidden in the rules, for those who run the class. */
export const passphraseQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['passphrase', cohortId],
    queryFn: () => bodyOf(api.membership.GET('/cohorts/{cohortId}/passphrase', { params: { path: { cohortId } } })),
  });
