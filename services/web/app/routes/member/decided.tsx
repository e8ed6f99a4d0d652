import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { cohortDecisionsQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { Entry } from '../../features/decisions/entry';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

interface DecidedProps {
  cohortId: string;
  number: number;
  timeZone: string;
}

/** Of the log that the whole cohort reads, what is about this member. The log is one for all, so it is read to its end. */
export function Decided({ cohortId, number, timeZone }: DecidedProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const log = useInfiniteQuery(cohortDecisionsQuery(cohortId));
  const { hasNextPage, isFetching, isError, fetchNextPage } = log;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return (
    <Card
      title={text('decisions.title')}
      aside={
        <Link to="/cohorts/$cohortId/decisions" params={{ cohortId }}>
          {text('member.wholeLog')}
        </Link>
      }
    >
      <Asked query={log}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items).filter(({ memberNumber }) => memberNumber === number);
          if (entries.length === 0) return <Muted>{text(hasNextPage ? 'asked.coming' : 'member.noDecisions')}</Muted>;
          return (
            <Lines>
              {entries.map((entry) => (
                <Entry key={entry.seq} entry={entry} dates={dates} ownNumber={null} />
              ))}
            </Lines>
          );
        }}
      </Asked>
    </Card>
  );
}
