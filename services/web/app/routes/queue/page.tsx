import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { clockQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { StaffPage } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Desk } from './desk';

const CLOCK_EVERY_MS = 30_000;

/** What waits for those who answer homework: the list, the text, the answer; made to be worked at by the keyboard. */
export function QueuePage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/queue' });
  return (
    <StaffPage cohortId={cohortId} title={text('queue.title')} placesBelow>
      {({ own, timeZone }) => <Now cohortId={cohortId} meId={own.accountId} timeZone={timeZone} />}
    </StaffPage>
  );
}

/** By the server's clock: it says what is overdue, and whose claim has run out. */
function Now(props: { cohortId: string; meId: string; timeZone: string }) {
  const query = useQuery({ ...clockQuery, refetchInterval: CLOCK_EVERY_MS });
  return <Asked query={query}>{({ now }) => <Desk {...props} nowMs={Date.parse(now)} />}</Asked>;
}
