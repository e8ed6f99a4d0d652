import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { clockQuery, type Enrolment, enrolmentQuery, todayQuery } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { useLive } from '../../features/live/use-live';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Figure, Long, Muted } from '../../ui/words';
import { Confirming } from './confirming';

/** Somebody waits here for a number. */
const WHEN_DEAF_MS = 2_000;

/** Where the processor's page sends a learner back to: waits until the payment is known here, then shows the number. */
export function EnrolmentPage() {
  const text = useText();
  const { enrolmentId } = useParams({ from: '/enrolments/$enrolmentId' });
  const query = useQuery(enrolmentQuery(enrolmentId));
  useLive(enrolmentId, WHEN_DEAF_MS);
  useQuery(clockQuery);
  return (
    <Page title={text('enrolment.title')}>
      <Asked query={query}>{(enrolment) => <Status enrolment={enrolment} />}</Asked>
    </Page>
  );
}

function Status({ enrolment: { id, cohortId, status, memberNumber, ended } }: { enrolment: Enrolment }) {
  const text = useText();
  useEffect(() => {
    if (status === 'admitted') void queryClient.invalidateQueries({ queryKey: todayQuery.queryKey });
  }, [status]);
  switch (status) {
    case 'seat_held':
      return <Confirming enrolmentId={id} cohortId={cohortId} />;
    case 'admitted':
    case 'completed':
    case 'removed':
      return (
        <>
          <Card title={text('enrolment.admitted')} tone="good" live>
            <Figure>{text('enrolment.number', { number: memberNumber ?? 0 })}</Figure>
            <Muted>{text('enrolment.admittedText')}</Muted>
          </Card>
          <ButtonLink to="/today">{text('join.toToday')}</ButtonLink>
        </>
      );
    case 'cancelled':
    case 'withdrawn':
    case 'leaving':
      return (
        <Card title={text('enrolment.ended')} live>
          {ended !== null && <p>{text('enrolment.why', { why: ended.why })}</p>}
          {ended?.reason && <Long>{ended.reason}</Long>}
          <p>{text('enrolment.endedText')}</p>
          <ButtonLink to="/money" quiet>
            {text('enrolment.toMoney')}
          </ButtonLink>
        </Card>
      );
    default:
      return (
        <ButtonLink to="/cohorts/$cohortId/join" params={{ cohortId }}>
          {text('noDays.continue')}
        </ButtonLink>
      );
  }
}
