import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { serverClock } from '../../features/server-clock/server-clock';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Figure, Muted } from '../../ui/words';

/** More is said as "and more": who has so much waiting does not need the exact number. */
const MOST_PAGES = 5;
const AT_ONCE = 200;

/** How much homework waits for an answer, and how much of it for longer than was promised. */
export function Waiting({ cohortId }: { cohortId: string }) {
  const text = useText();
  const { data } = useQuery({
    queryKey: ['waitingHomework', cohortId],
    staleTime: 30_000,
    queryFn: ({ signal }) => countWaiting(cohortId, signal),
  });
  if (data === undefined) return null;
  return (
    <Card title={text('class.waiting')}>
      <Figure>
        {data.waiting}
        {data.isMore && '+'}
      </Figure>
      <Muted>{data.overdue === 0 ? text('class.noneOverdue') : text('class.overdue', { count: data.overdue })}</Muted>
    </Card>
  );
}

async function countWaiting(cohortId: string, signal: AbortSignal) {
  let cursor: string | undefined;
  let waiting = 0;
  let overdue = 0;
  const nowMs = serverClock.nowMs() ?? Date.now();
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) };
    const { items, nextCursor } = await bodyOf(
      api.homework.GET('/cohorts/{cohortId}/review-queue', { params: { path: { cohortId }, query }, signal }),
    );
    waiting += items.length;
    overdue += items.filter(({ promisedBy }) => Date.parse(promisedBy) < nowMs).length;
    cursor = nextCursor;
    if (cursor === undefined) break;
  }
  return { waiting, overdue, isMore: cursor !== undefined };
}
