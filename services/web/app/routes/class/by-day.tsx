import { useMemo, useState } from 'react';
import { dayAt } from '../../features/members/letters';
import type { MemberDays } from '../../features/members/read';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Line, Lines } from '../../ui/lines';
import styles from './by-day.module.css';
import { daySums } from './figures';

interface ByDayProps {
  rows: readonly MemberDays[];
  startsOn: string;
  timeZone: string;
}

/** The map in figures, a day a line; what each member came to stands in the list of members. */
export function ByDay(props: ByDayProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles['summary']}>{text('class.byDay')}</summary>
      {isOpen && <Days {...props} />}
    </details>
  );
}

function Days({ rows, startsOn, timeZone }: ByDayProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const sums = useMemo(() => daySums(rows), [rows]);
  return (
    <Lines>
      {sums.map(({ share, ...counts }, at) => (
        <Line
          key={dayAt(startsOn, at)}
          what={dates.dayAndWeekday(dayAt(startsOn, at))}
          note={text('class.daySums', counts)}
          much={share === null ? '–' : `${Math.round(100 * share)} %`}
        />
      ))}
    </Lines>
  );
}
