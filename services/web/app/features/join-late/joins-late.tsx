import type { Cohort } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import { useDates } from '../time/use-dates';

interface JoinsLateProps {
  joinsLate: Cohort['joinsLate'];
  timeZone: string;
}

/** Said before anybody pays: which days are over, and that who comes now shares no pool. Nothing where no day has closed. */
export function JoinsLate({ joinsLate, timeZone }: JoinsLateProps) {
  const text = useText();
  const dates = useDates(timeZone);
  if (joinsLate === null) return null;
  const { days, firstDay, lastDay } = joinsLate;
  return (
    <Card tone="attention" title={text('late.title')}>
      <p>{text('late.days', { days, first: dates.day(firstDay), last: dates.day(lastDay) })}</p>
      <Muted>{text('late.pool')}</Muted>
    </Card>
  );
}
