import { coolingOffDays } from '@daka/rules';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { clockQuery, type Cohort, cohortByWordQuery, cohortQuery } from '../../api/queries';
import { JoinsLate } from '../../features/join-late/joins-late';
import { useMoney } from '../../features/money/use-money';
import { forfeitSentences, policySentences } from '../../features/policy-text/sentences';
import { isPast } from '../../features/time/is-past';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Line, Lines } from '../../ui/lines';
import { Page } from '../../ui/page';
import { Chip, Long, Muted } from '../../ui/words';
import { About, Description, Organisation } from './about';
import { Earlier } from './earlier';

const MissADay = lazy(() => import('../../features/worth/miss-a-day').then((module) => ({ default: module.MissADay })));

const PassOn = lazy(() => import('../../features/pass-on/pass-on').then((module) => ({ default: module.PassOn })));

/** What somebody needs to decide, before any sign-in. */
export function CohortPage() {
  const { cohortId } = useParams({ from: '/cohorts/$cohortId' });
  return <Shown query={useQuery(cohortQuery(cohortId))} />;
}

export function CohortByWordPage() {
  const { slug } = useParams({ from: '/c/$slug' });
  return <Shown query={useQuery(cohortByWordQuery(slug))} />;
}

function Shown({ query }: { query: UseQueryResult<Cohort> }) {
  const text = useText();
  return (
    <Page
      title={query.data?.title ?? text('cohorts.one')}
      above={query.data?.organisation.name ?? text('app.name')}
      aside={<LanguageSwitch />}
    >
      <Asked query={query}>{(cohort) => <Offer cohort={cohort} />}</Asked>
    </Page>
  );
}

function Offer({ cohort }: { cohort: Cohort }) {
  const text = useText();
  const { policy, rules, seatsLeft } = cohort;
  const money = useMoney(policy?.currency ?? 'CNY');
  const dates = useDates(policy?.timeZone ?? 'UTC');
  if (policy === null) return <Muted>{text('cohort.draft')}</Muted>;
  return (
    <>
      <About cohort={cohort} />
      <p>
        {text('cohorts.when', { day: dates.dayAndWeekday(policy.startsOn), days: policy.days })}
        {seatsLeft !== null && (
          <>
            {' '}
            <Chip tone={seatsLeft === 0 ? 'attention' : 'plain'}>{text('cohort.seats', { seats: seatsLeft })}</Chip>
          </>
        )}
      </p>
      <Card>
        <Lines>
          <Line
            what={text('cohort.fee')}
            note={text('cohort.feeNote', { days: coolingOffDays(policy) })}
            much={money(policy.entryFeeMinor)}
          />
          <Line what={text('cohort.deposit')} note={text('cohort.depositNote')} much={money(policy.depositMinor)} />
        </Lines>
      </Card>
      <Suspense fallback={<Muted>{text('asked.coming')}</Muted>}>
        <MissADay policy={policy} />
      </Suspense>
      <Card title={text('policy.title')}>
        <Lines>
          {[...policySentences(text, policy), ...forfeitSentences(text, policy)].map((sentence) => (
            <Line key={sentence} what={sentence} />
          ))}
        </Lines>
      </Card>
      <Card title={text('rules.title', { count: rules.length })}>
        <Lines>
          {rules.map(({ title, text: rule }) => (
            <Line key={title} what={<b>{title}</b>} note={<Long>{rule}</Long>} />
          ))}
        </Lines>
      </Card>
      <Description description={cohort.description} />
      <Earlier cohortId={cohort.id} organisationId={cohort.organisation.id} />
      <Organisation cohort={cohort} />
      <JoinsLate joinsLate={cohort.joinsLate} timeZone={policy.timeZone} />
      <HowToJoin cohort={cohort} />
    </>
  );
}

/** Joining ends with the first plan day, or when the organiser said; by the server's clock. */
function HowToJoin({ cohort: { id, slug, title, enrolUntil, seatsLeft, status } }: { cohort: Cohort }) {
  const text = useText();
  const clock = useQuery(clockQuery);
  const isOver = isPast(clock.data?.now, enrolUntil);
  if (status === 'cancelled') return <Muted>{text('cohort.cancelled')}</Muted>;
  if (isOver) return <Muted>{text('cohort.over')}</Muted>;
  return (
    <>
      <ButtonLink to="/cohorts/$cohortId/join" params={{ cohortId: id }}>
        {text(seatsLeft === 0 ? 'cohort.joinWaiting' : 'cohort.join')}
      </ButtonLink>
      <Suspense fallback={<Muted>{text('asked.coming')}</Muted>}>
        <PassOn title={title} address={location.origin + (slug === null ? `/cohorts/${id}` : `/c/${slug}`)} />
      </Suspense>
    </>
  );
}
