/**
 * For an infinite query over a list of the services: a page is asked for from where the one before ended. Who wants the signal reads it off the
 * context: to read it says that the question may be broken off.
 */
export function paged<Page extends { nextCursor?: string | undefined }>(
  fetchPage: (cursor: string | undefined, context: { signal: AbortSignal }) => Promise<Page>,
) {
  return {
    // The first has none; the type says what later ones are.
    initialPageParam: undefined as string | undefined,
    queryFn: (context: { pageParam: string | undefined; signal: AbortSignal }) => fetchPage(context.pageParam, context),
    getNextPageParam: ({ nextCursor }: Page) => nextCursor,
  };
}
