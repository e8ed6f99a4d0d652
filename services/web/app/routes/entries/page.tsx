import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Cohort, clockQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { StaffPage } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { Desk } from './desk';

const CLOCK_EVERY_MS = 30_000;

/** The check-ins of a day for those who review them: the list, one in full with its pictures and voice note, and the way to reject it. */
export function EntriesPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/entries' });
  return (
    <StaffPage cohortId={cohortId} title={text('entries.title')} placesBelow>
      {({ own, cohort }) =>
        own.role === 'committee' || cohort.policy === null ? (
          <Muted>{text('entries.notYours')}</Muted>
        ) : (
          <Now cohortId={cohortId} meId={own.accountId} policy={cohort.policy} />
        )
      }
    </StaffPage>
  );
}

/** By the server's clock: it says which day it is, and what can still be rejected. */
function Now(props: { cohortId: string; meId: string; policy: NonNullable<Cohort['policy']> }) {
  const query = useQuery({ ...clockQuery, refetchInterval: CLOCK_EVERY_MS });
  return <Asked query={query}>{({ now }) => <Desk {...props} nowMs={Date.parse(now)} />}</Asked>;
}
