import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip } from '../../ui/words';
import { type CohortMoney, type Difference, differencesQuery } from './read';
import { type ListProps, Who } from './who';

interface CheckedProps extends ListProps {
  money: CohortMoney;
  organisationId: string;
}

/** Whether the books add up, agree with the processor, and are covered: each checked by a machine, with when. */
export function Checked({ money: shown, organisationId, ...props }: CheckedProps) {
  const text = useText();
  const money = useMoney(props.currency);
  const days = useDates('UTC');
  const dates = useDates(props.timeZone);
  const { coverage, reconciliation } = shown;
  const isCovered = coverage === null || coverage.coverageBps === null || coverage.coverageBps >= 10_000;
  return (
    <Card title={text('cohortMoney.checked')}>
      <Lines>
        <Line
          what={text('cohortMoney.books')}
          note={text('cohortMoney.booksNote')}
          much={<Verdict isFine={shown.ledgerBalanced} />}
        />
        <Line
          what={text('cohortMoney.processor')}
          note={
            reconciliation === null
              ? text('cohortMoney.neverCompared')
              : text('cohortMoney.compared', {
                  time: dates.dateAndTime(reconciliation.checkedAt),
                  count: reconciliation.differences,
                  inFlight: reconciliation.inFlight,
                })
          }
          much={reconciliation !== null && <Verdict isFine={reconciliation.differences === 0} />}
        />
        <Line
          what={
            <Link to="/proof/$organisationId" params={{ organisationId }}>
              {text('cohortMoney.coverage')}
            </Link>
          }
          note={
            coverage === null
              ? text('cohortMoney.neverProven')
              : text('cohortMoney.proven', {
                  day: days.day(coverage.day),
                  owed: money(coverage.owedMinor),
                  held: money(coverage.heldMinor),
                })
          }
          much={coverage !== null && <Verdict isFine={isCovered} />}
        />
      </Lines>
      {reconciliation !== null && reconciliation.differences + reconciliation.inFlight > 0 && (
        <Differences {...props} />
      )}
    </Card>
  );
}

/** In words first; the colour only repeats it. */
function Verdict({ isFine }: { isFine: boolean }) {
  const text = useText();
  return <Chip tone={isFine ? 'good' : 'bad'}>{text(isFine ? 'cohortMoney.fine' : 'cohortMoney.faulty')}</Chip>;
}

function Differences(props: ListProps) {
  const { data } = useInfiniteQuery(differencesQuery(props.cohortId));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Lines>
      {items.map((one) => (
        <OneDifference key={`${one.account} ${one.source}`} {...props} one={one} />
      ))}
    </Lines>
  );
}

function OneDifference({ cohortId, known, one }: ListProps & { one: Difference }) {
  const text = useText();
  const money = useMoney(one.currency);
  return (
    <Line
      what={
        one.enrolmentId === null ? one.source : <Who cohortId={cohortId} known={known} enrolmentId={one.enrolmentId} />
      }
      note={text('cohortMoney.difference', {
        state: one.state,
        source: one.source,
        processor: money(one.processorMinor),
        ledger: money(one.ledgerMinor),
      })}
      much={money(one.differenceMinor)}
    />
  );
}
