import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { clockQuery, cohortQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { type Me, meQuery } from '../../features/session/session';
import { StaffNavOf } from '../../features/staff-page/staff-nav';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Desk } from './desk';

const CLOCK_EVERY_MS = 30_000;

/** What waits for those who answer homework: the list, the text, the answer; made to be worked at by the keyboard. */
export function QueuePage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/queue' });
  const cohort = useQuery(cohortQuery(cohortId));
  const query = useQuery(meQuery);
  return (
    <Page title={text('queue.title')} above={cohort.data?.title} broad tabs>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in" search={{ next: `/cohorts/${cohortId}/queue` }}>
              {text('signIn.title')}
            </ButtonLink>
          ) : (
            <Asked query={cohort}>
              {({ policy }) => <Now cohortId={cohortId} me={me} timeZone={policy?.timeZone ?? me.timeZone} />}
            </Asked>
          )
        }
      </Asked>
      {/* Below what is worked at, whose heading has the focus: Tab goes on from there. */}
      <StaffNavOf cohortId={cohortId} isDraft={false} />
    </Page>
  );
}

/** By the server's clock: it says what is overdue, and whose claim has run out. */
function Now(props: { cohortId: string; me: Me; timeZone: string }) {
  const query = useQuery({ ...clockQuery, refetchInterval: CLOCK_EVERY_MS });
  return <Asked query={query}>{({ now }) => <Desk {...props} nowMs={Date.parse(now)} />}</Asked>;
}
