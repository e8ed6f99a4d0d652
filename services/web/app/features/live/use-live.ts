import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen, MADE_STALE, type NewsKind } from './live';

const WHEN_DEAF_MS = 15_000;

/**
 * Keeps what a page shows of an enrolment fresh: asks anew for what its news makes stale. Only while the page is to be seen, so that
 * pages in the background hold no connection. Once a page, not once a component; undefined: there is no enrolment (yet).
 * @param whenDeafMs how often to ask where the news cannot be heard; less for who waits for something.
 */
export function useLive(enrolmentId: string | undefined, whenDeafMs: number = WHEN_DEAF_MS): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (enrolmentId === undefined) return undefined;
    const onNews = (kind: NewsKind): void => {
      const stale = MADE_STALE[kind];
      void queries.invalidateQueries(
        { predicate: ({ queryKey: [first] }) => typeof first === 'string' && stale.includes(first) },
        // Events come in twos and threes: what is under way began after the first of them, and the last asks once more.
        { cancelRefetch: kind !== 'missed' },
      );
    };
    const url = `/api/enrolments/${encodeURIComponent(enrolmentId)}/events`;
    const open = 'EventSource' in globalThis ? (from: string) => new EventSource(from) : undefined;
    let stop: (() => void) | undefined;
    const follow = (): void => {
      stop?.();
      stop = document.hidden ? undefined : listen({ url, open, onNews, whenDeafMs });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.();
    };
  }, [enrolmentId, queries, whenDeafMs]);
}
