import { useQuery } from '@tanstack/react-query';
import { cohortQuery, type Today, todayQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long, Muted } from '../../ui/words';

const PENDING = ['applied', 'rules_accepted', 'waiting', 'seat_held'];
const LOOK_EVERY_MS = 2_000;

/** Nothing to check in for: what will stand here, and the one act that fills it. */
export function NoDays({ enrolments }: { enrolments: Today['enrolments'] }) {
  const text = useText();
  const isComing = enrolments.some(({ status }) => status === 'admitted');
  useQuery({ ...todayQuery, refetchInterval: isComing ? LOOK_EVERY_MS : false });
  if (isComing) return <Muted>{text('noDays.coming')}</Muted>;
  const pending = enrolments.filter(({ status }) => PENDING.includes(status));
  return (
    <>
      <Long>{text('noDays.text')}</Long>
      {pending.map(({ enrolmentId, cohortId }) => (
        <Pending key={enrolmentId} cohortId={cohortId} />
      ))}
      <ButtonLink to="/cohorts" quiet={pending.length > 0}>
        {text('noDays.find')}
      </ButtonLink>
    </>
  );
}

function Pending({ cohortId }: { cohortId: string }) {
  const text = useText();
  const { data } = useQuery(cohortQuery(cohortId));
  return (
    <Card title={data?.title ?? ''}>
      <p>{text('noDays.pending')}</p>
      <ButtonLink to="/cohorts/$cohortId/join" params={{ cohortId }}>
        {text('noDays.continue')}
      </ButtonLink>
    </Card>
  );
}
