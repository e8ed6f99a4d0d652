import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { Refusal } from '../../api/refusal';

/** Who is signed in; null: nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 300_000,
  queryFn: async () => {
    try {
      return await bodyOf(api.membership.GET('/accounts/me'));
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
});

export type Me = NonNullable<ReturnType<typeof useMe>>;

export function useMe() {
  return useQuery(meQuery).data;
}

/** The sign-in has ended, or there never was one. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
