import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { calendarQuery, enrolmentQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { useMembers } from '../../features/members/read';
import { StaffPage } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Decided } from './decided';
import { History } from './history';
import { Membership } from './membership';
import { Money } from './money';
import styles from './page.module.css';

/** All that is known of one member, for those who work for the cohort: how they came, their days, their money, and what was decided about them. */
export function MemberPage() {
  const text = useText();
  const { cohortId, enrolmentId } = useParams({ from: '/cohorts/$cohortId/members/$enrolmentId' });
  const enrolment = useQuery(enrolmentQuery(enrolmentId));
  const number = enrolment.data?.memberNumber ?? null;
  return (
    <StaffPage
      cohortId={cohortId}
      title={number === null ? text('member.title') : text('enrolment.number', { number })}
    >
      {(working) => (
        <Asked query={enrolment}>
          {(known) => (
            <>
              <div className={styles['columns']}>
                <div className={styles['column']}>
                  <Membership
                    enrolment={known}
                    name={<Name cohortId={cohortId} enrolmentId={enrolmentId} number={number} />}
                  />
                  <Days enrolmentId={enrolmentId} />
                </div>
                <div className={styles['column']}>
                  {(working.own.role === 'owner' || working.own.role === 'class_head') && (
                    <Money enrolmentId={enrolmentId} timeZone={known.timeZone} />
                  )}
                  {number !== null && <Decided cohortId={cohortId} number={number} timeZone={working.timeZone} />}
                </div>
              </div>
              <ButtonLink to="/cohorts/$cohortId/members" params={{ cohortId }} quiet small>
                {text('member.toAll')}
              </ButtonLink>
            </>
          )}
        </Asked>
      )}
    </StaffPage>
  );
}

/** Names lie with the list; the number finds the row. */
function Name({ cohortId, enrolmentId, number }: { cohortId: string; enrolmentId: string; number: number | null }) {
  const { members } = useMembers(cohortId, { q: number === null ? undefined : String(number) });
  return members.find((member) => member.enrolmentId === enrolmentId)?.displayName ?? '…';
}

function Days({ enrolmentId }: { enrolmentId: string }) {
  const query = useQuery(calendarQuery(enrolmentId));
  return <Asked query={query}>{(calendar) => <History calendar={calendar} />}</Asked>;
}
