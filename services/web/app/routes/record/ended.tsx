import { Link } from '@tanstack/react-router';
import type { PublicRecord } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { forfeitsText, percentOf } from './totals';

type Recorded = PublicRecord['items'][number];

/** One by one, the latest first. */
export function Ended({ items }: Pick<PublicRecord, 'items'>) {
  const text = useText();
  return (
    <Card title={text('record.oneByOne')}>
      {items.length === 0 && <Muted>{text('earlier.none')}</Muted>}
      <Lines>
        {items.map((cohort) => (
          <One key={cohort.cohortId} cohort={cohort} />
        ))}
      </Lines>
    </Card>
  );
}

function One({ cohort }: { cohort: Recorded }) {
  const text = useText();
  const dates = useDates('UTC');
  const { cohortId, title, state, startsOn, endedAt, figures, currency } = cohort;
  const day = (endedAt ?? startsOn)?.slice(0, 10);
  const name = title ?? text('record.untitled');
  return (
    <Line
      what={
        <Link to="/cohorts/$cohortId" params={{ cohortId }}>
          {name}
        </Link>
      }
      note={
        <>
          {day !== undefined && (
            <>
              {text(state === 'settled' ? 'record.settledOn' : 'record.cancelledOn', {
                day: `${day.slice(0, 4)} · ${dates.day(day)}`,
              })}
              <br />
            </>
          )}
          {figures === null ? text('record.tooFew') : <Outcome figures={figures} currency={currency ?? 'CNY'} />}
        </>
      }
      {...(figures?.completion ? { much: percentOf(figures.completion) } : {})}
    />
  );
}

function Outcome({ figures, currency }: { figures: NonNullable<Recorded['figures']>; currency: string }) {
  const text = useText();
  const money = useMoney(currency);
  const { members, completion, forfeitedMinor, unconfirmedMinor } = figures;
  return (
    <>
      {completion === null
        ? text('record.membersOf', { members })
        : text('earlier.completed', {
            completed: completion.completed,
            members: completion.of,
            perfect: completion.perfect,
          })}
      <br />
      {forfeitedMinor === 0
        ? text(unconfirmedMinor > 0 ? 'record.allDue' : 'earlier.nothingForfeited')
        : text('earlier.pool', { amount: money(forfeitedMinor), parts: forfeitsText(text, money, figures) })}
    </>
  );
}
