import type { Current } from '../../api/queries';
import { useLookAgain } from '../../features/server-clock/use-look-again';
import { useMoney } from '../../features/money/use-money';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Figure, Muted, Strong } from '../../ui/words';
import styles from './worth.module.css';

export type Running = NonNullable<Current['outlook']['running']>;

/** What today is worth, how long is left, until when in which zone, and what a miss would cost. */
export function Worth({ current, running }: { current: Current; running: Running }) {
  const text = useText();
  const lookAgain = useLookAgain();
  const money = useMoney(current.currency);
  const dates = useDates(current.outlook.timeZone);
  const { worthMinor, missMinor, missBreaksStreak, closesAt } = running;
  return (
    <Card title={text('today.worth')}>
      <div className={styles['both']}>
        <Figure>{money(worthMinor ?? 0)}</Figure>
        <div className={styles['until']}>
          <p>
            {text('today.left')}{' '}
            <Strong>
              <TimeLeft until={closesAt} onOver={lookAgain} />
            </Strong>
          </p>
          <Muted>{text('today.until', { zone: dates.zone, time: dates.time(closesAt) })}</Muted>
        </div>
      </div>
      <Muted>{text(missBreaksStreak ? 'today.missBreaks' : 'today.miss', { amount: money(missMinor ?? 0) })}</Muted>
    </Card>
  );
}
