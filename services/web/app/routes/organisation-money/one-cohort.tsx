import { Link } from '@tanstack/react-router';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip, Chips, Muted } from '../../ui/words';
import type { CohortInShort } from './read';

interface OneCohortProps {
  cohort: CohortInShort;
  /** The reader's. */
  timeZone: string;
}

/** One cohort's money in short, with the way to all of it. */
export function OneCohort({ cohort, timeZone }: OneCohortProps) {
  const text = useText();
  const { cohortId, title, startsOn, currency, enrolments } = cohort;
  const dates = useDates(timeZone);
  return (
    <Card
      title={title ?? text('organisationMoney.untitled', { id: cohortId.slice(0, 8) })}
      aside={
        <Link to="/cohorts/$cohortId/money" params={{ cohortId }}>
          {text('organisationMoney.all')}
        </Link>
      }
    >
      <Muted>
        {text('organisationMoney.cohort', {
          state: cohort.isCancelled ? 'cancelled' : startsOn === null ? 'undated' : 'dated',
          day: startsOn === null ? '' : dates.day(startsOn),
          count: enrolments,
        })}
      </Muted>
      {currency !== null && <Figures cohort={cohort} currency={currency} timeZone={timeZone} />}
      <ToDo cohort={cohort} />
    </Card>
  );
}

function Figures({ cohort, currency, timeZone }: OneCohortProps & { currency: string }) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates(timeZone);
  const { payables } = cohort;
  const { dueSince } = payables;
  const since = dueSince === null ? {} : { note: text('cohortMoney.dueSince', { day: dates.date(dueSince) }) };
  const failed = text('organisationMoney.failed', { count: payables.failed });
  return (
    <Lines>
      <Line what={text('organisationMoney.held')} much={money(cohort.heldMinor)} />
      <Line what={text('cohortMoney.part', { name: 'payable' })} much={money(cohort.owedMinor)} {...since} />
      {payables.failed > 0 && <Line what={failed} much={money(payables.failedMinor)} />}
      <Line what={text('cohortMoney.part', { name: 'inFlight' })} much={money(cohort.inFlightMinor)} />
      {cohort.creditMinor !== 0 && (
        <Line what={text('cohortMoney.part', { name: 'credit' })} much={money(cohort.creditMinor)} />
      )}
      <Line what={text('cohortMoney.part', { name: 'pool' })} much={money(cohort.poolMinor)} />
      <Line what={text('cohortMoney.part', { name: 'organiser' })} much={money(cohort.organiserMinor)} />
      {cohort.openDisputes > 0 && (
        <Line
          what={text('organisationMoney.disputes', { count: cohort.openDisputes })}
          much={money(cohort.disputedMinor)}
        />
      )}
    </Lines>
  );
}

/** What somebody must look at, and whether it was compared. */
function ToDo({ cohort: { ledgerBalanced, differences } }: Pick<OneCohortProps, 'cohort'>) {
  const text = useText();
  return (
    <Chips>
      {!ledgerBalanced && <Chip tone="bad">{text('organisationMoney.unbalanced')}</Chip>}
      {differences === null && <Chip>{text('cohortMoney.neverCompared')}</Chip>}
      {differences === 0 && <Chip tone="good">{text('organisationMoney.noDifference')}</Chip>}
      {differences !== null && differences > 0 && (
        <Chip tone="bad">{text('organisationMoney.differences', { count: differences })}</Chip>
      )}
    </Chips>
  );
}
