import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { clockQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { useMembers } from '../../features/members/read';
import { StaffPage, type Working } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { ByDay } from './by-day';
import { Checked } from './checked';
import { Disputes } from './disputes';
import { Exports } from './exports';
import { Glance } from './glance';
import { HandWorkList } from './hand-work';
import styles from './page.module.css';
import { cohortMoneyQuery } from './read';
import { Organiser, Pool, Where, Whose } from './sheets';

/** What every cent of a cohort is doing, what of it needs a person, and whether it was checked; for owner and class head. */
export function CohortMoneyPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/money' });
  return (
    <StaffPage cohortId={cohortId} title={text('cohortMoney.title')}>
      {(working) =>
        working.own.role === 'owner' || working.own.role === 'class_head' ? (
          <Money cohortId={cohortId} working={working} />
        ) : (
          <Muted>{text('cohortMoney.notYours')}</Muted>
        )
      }
    </StaffPage>
  );
}

function Money({ cohortId, working: { own, cohort, timeZone } }: { cohortId: string; working: Working }) {
  const text = useText();
  const query = useQuery(cohortMoneyQuery(cohortId));
  useQuery(clockQuery); // deadlines count down by the server's clock
  const { members } = useMembers(cohortId);
  const known = useMemo(() => new Map(members.map((member) => [member.enrolmentId, member])), [members]);
  return (
    <Asked query={query}>
      {(money) => {
        if (money.currency === null || money.enrolments === 0) return <Muted>{text('cohortMoney.none')}</Muted>;
        const shown = { cohortId, currency: money.currency, timeZone, known };
        return (
          <>
            <Glance money={money} currency={money.currency} />
            <div className={styles['columns']}>
              <div className={styles['column']}>
                <HandWorkList {...shown} mayPay={own.role === 'owner'} />
                <Disputes {...shown} />
                <Checked {...shown} money={money} organisationId={cohort.organisationId} />
                <ByDay cohortId={cohortId} currency={money.currency} />
              </div>
              <div className={styles['column']}>
                <Where money={money} currency={money.currency} />
                <Whose money={money} currency={money.currency} timeZone={timeZone} />
                <Organiser money={money} currency={money.currency} />
                <Pool money={money} currency={money.currency} />
                <Exports cohortId={cohortId} />
              </div>
            </div>
          </>
        );
      }}
    </Asked>
  );
}
