import type { Assignment } from '../../api/queries';
import { useDates } from '../time/use-dates';
import { useText } from '../../texts/use-text';
import { Chip } from '../../ui/words';

type Counting = NonNullable<NonNullable<Assignment['mine']>['counts']>;

const TONES = { counted: 'good', expected: 'good', waits: 'info', none: 'plain' } as const;

/** Which check-in a piece of homework stands for, or why for none; said before it is handed in, and after. */
export function CountsFor({ counts, timeZone }: { counts: Counting | null | undefined; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  if (counts === null || counts === undefined) return null;
  const { status, day, why } = counts;
  return (
    <p>
      <Chip tone={TONES[status]}>{text('counts.status', { status })}</Chip>{' '}
      {status === 'none'
        ? text('counts.why', { why: why ?? 'other' })
        : text('counts.day', { status, day: day === null ? '' : dates.dayAndWeekday(day) })}
    </p>
  );
}
