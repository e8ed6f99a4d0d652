import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { clockQuery } from '../../api/queries';
import { useMembers } from '../../features/members/read';
import { SettlementCard } from '../../features/settlement/settlement';
import { StaffPage, type Working } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { Appeals } from './appeals';
import { ExcuseDay } from './excuse-day';
import { LeaveRequests } from './leave';
import styles from './page.module.css';

/** What members ask of the staff and how long there is to answer; excusing a day for all; when the cohort is settled and what that waits for. */
export function RequestsPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/requests' });
  return (
    <StaffPage cohortId={cohortId} title={text('requests.title')}>
      {(working) =>
        working.own.role === 'owner' || working.own.role === 'class_head' ? (
          <Requests cohortId={cohortId} working={working} />
        ) : (
          <Muted>{text('requests.notYours')}</Muted>
        )
      }
    </StaffPage>
  );
}

function Requests({ cohortId, working }: { cohortId: string; working: Working }) {
  const text = useText();
  useQuery(clockQuery); // what is left counts down by the server's clock
  const { members } = useMembers(cohortId);
  const { cohort, timeZone, own } = working;
  const nameOf = (enrolmentId: string): string =>
    members.find((member) => member.enrolmentId === enrolmentId)?.displayName ?? '';
  const shown = { cohortId, timeZone, nameOf, ownId: own.accountId };
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <Muted>{text('requests.what', { days: Math.max(3, cohort.appealDays) })}</Muted>
        <Appeals {...shown} />
        <LeaveRequests {...shown} />
      </div>
      <div className={styles['column']}>
        {cohort.policy !== null && (
          <>
            <SettlementCard cohortId={cohortId} currency={cohort.policy.currency} timeZone={timeZone} />
            <ExcuseDay cohortId={cohortId} policy={cohort.policy} />
          </>
        )}
      </div>
    </div>
  );
}
