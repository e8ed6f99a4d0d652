import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { cohortQuery, type Cohort, type Enrolment, myEnrolmentsQuery, clockQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { useLive } from '../../features/live/use-live';
import { Asked } from '../../features/asked/asked';
import { JoinsLate } from '../../features/join-late/joins-late';
import { ProveEmail } from '../../features/proving/prove-email';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { AcceptRules } from './accept-rules';
import { Apply } from './apply';
import { PaySeat } from './pay-seat';
import { Waiting } from './waiting';

/** A bank may answer, and a seat may go, while the page is open; asked for only where the news cannot be heard. */
const WHEN_DEAF_MS = 5_000;

/** From the first tap to the checkout, a step at a time; every step can be left and come back to. */
export function JoinPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/join' });
  const cohort = useQuery(cohortQuery(cohortId));
  useQuery(clockQuery); // the hold counts down by the server's clock
  return (
    <Page title={text('join.title')} above={cohort.data?.title ?? text('app.name')}>
      <Asked query={cohort}>{(known) => <Steps cohort={known} />}</Asked>
    </Page>
  );
}

function Steps({ cohort }: { cohort: Cohort }) {
  const enrolments = useQuery(myEnrolmentsQuery);
  const mine = [...(enrolments.data?.items ?? [])]
    .reverse()
    .find(({ cohortId, status }) => cohortId === cohort.id && status !== 'cancelled');
  useLive(mine?.id, WHEN_DEAF_MS);
  return (
    <Asked query={enrolments}>
      {() => {
        const timeZone = (mine ?? cohort.policy)?.timeZone ?? 'UTC';
        return (
          <>
            <ProveEmail />
            <JoinsLate joinsLate={(mine ?? cohort).joinsLate} timeZone={timeZone} />
            <Step cohort={cohort} mine={mine} />
          </>
        );
      }}
    </Asked>
  );
}

function Step({ cohort, mine }: { cohort: Cohort; mine: Enrolment | undefined }) {
  const text = useText();
  switch (mine?.status) {
    case undefined:
      return <Apply cohort={cohort} />;
    case 'applied':
      return <AcceptRules cohort={cohort} enrolment={mine} />;
    case 'rules_accepted':
    case 'seat_held':
      return <PaySeat cohort={cohort} enrolment={mine} />;
    case 'waiting':
      return <Waiting enrolment={mine} />;
    case 'admitted':
      return (
        <>
          <p>{text('join.admitted', { number: mine.memberNumber ?? 0 })}</p>
          <ButtonLink to="/today">{text('join.toToday')}</ButtonLink>
        </>
      );
    default:
      return <Muted>{text('join.ended')}</Muted>;
  }
}
