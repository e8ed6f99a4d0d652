import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clockQuery, cohortsQuery, type CohortRow } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useMe } from '../../features/session/session';
import { isPast } from '../../features/time/is-past';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Chip, Long, Muted } from '../../ui/words';
import styles from './page.module.css';

/** Every cohort that is published, for everybody. */
export function CohortsPage() {
  const text = useText();
  const query = useQuery(cohortsQuery);
  const me = useMe();
  return (
    <Page title={text('cohorts.title')} above={text('app.name')} aside={<LanguageSwitch />}>
      <Long>{text('cohorts.intro')}</Long>
      <Asked query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <Muted>{text('cohorts.none')}</Muted>}
            {items.map((cohort) => (
              <CohortCard key={cohort.id} cohort={cohort} />
            ))}
          </>
        )}
      </Asked>
      {me ? (
        <ButtonLink to="/today" quiet>
          {text('cohorts.toToday')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/sign-in" quiet>
          {text('signIn.title')}
        </ButtonLink>
      )}
    </Page>
  );
}

function CohortCard({ cohort: { id, title, policy, seatsLeft, enrolUntil } }: { cohort: CohortRow }) {
  const text = useText();
  const money = useMoney(policy?.currency ?? 'CNY');
  const dates = useDates(policy?.timeZone ?? 'UTC');
  const clock = useQuery(clockQuery);
  const isOver = isPast(clock.data?.now, enrolUntil);
  if (policy === null) return null;
  return (
    <Link to="/cohorts/$cohortId" params={{ cohortId: id }} className={styles['link'] ?? ''}>
      <Card>
        <div className={styles['head']}>
          <h2 className={styles['title']}>{title}</h2>
          {isOver ? (
            <Chip>{text('cohorts.over')}</Chip>
          ) : (
            seatsLeft !== null && (
              <Chip tone={seatsLeft === 0 ? 'attention' : 'good'}>{text('cohort.seats', { seats: seatsLeft })}</Chip>
            )
          )}
        </div>
        <p>{text('cohorts.when', { day: dates.day(policy.startsOn), days: policy.days })}</p>
        <Muted>
          {text('cohorts.price', { fee: money(policy.entryFeeMinor), deposit: money(policy.depositMinor) })}
        </Muted>
      </Card>
    </Link>
  );
}
