import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { earlierQuery, type EarlierCohort } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

const SHOWN = 3;

/** How earlier cohorts of the same organisation ended: who finished, of how many, and where the forfeits went. */
export function Earlier({ cohortId, organisationId }: { cohortId: string; organisationId: string }) {
  const text = useText();
  const { data } = useQuery(earlierQuery(cohortId));
  if (data === undefined) return null;
  return (
    <Card title={text('earlier.title')}>
      {data.items.length === 0 && <Muted>{text('earlier.none')}</Muted>}
      <Lines>
        {data.items.slice(0, SHOWN).map((cohort) => (
          <One key={cohort.id} cohort={cohort} />
        ))}
      </Lines>
      <Link to="/organisations/$organisationId" params={{ organisationId }}>
        {text('record.public')}
      </Link>
    </Card>
  );
}

function One({ cohort: { title, outcome } }: { cohort: EarlierCohort }) {
  const text = useText();
  const money = useMoney(outcome?.currency ?? 'CNY');
  if (outcome === null) return <Line what={title} note={text('earlier.tooFew')} />;
  const { members, completed, perfect, poolMinor, bonusMinor, organiserMinor, charityMinor } = outcome;
  const parts = [
    bonusMinor > 0 && text('earlier.toFinishers', { amount: money(bonusMinor) }),
    organiserMinor > 0 && text('earlier.toOrganiser', { amount: money(organiserMinor) }),
    charityMinor > 0 && text('earlier.toCharity', { amount: money(charityMinor) }),
  ].filter((part) => part !== false);
  return (
    <Line
      what={title}
      note={
        <>
          {completed === null
            ? text('earlier.unknown')
            : text('earlier.completed', { completed, members, perfect: perfect ?? 0 })}
          <br />
          {poolMinor === 0
            ? text('earlier.nothingForfeited')
            : text('earlier.pool', { amount: money(poolMinor), parts: parts.join(text('list.comma')) })}
        </>
      }
      {...(completed !== null && members > 0 ? { much: `${Math.floor((100 * completed) / members)}%` } : {})}
    />
  );
}
