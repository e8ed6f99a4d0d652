import type { Current } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useArrived } from '../../features/outbox/use-outbox';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Figure, Muted } from '../../ui/words';
import styles from './done-today.module.css';
import type { Running } from './worth';

/** The day is done: what it brought, when it comes back, and what the next one is worth. */
export function DoneToday({ current, running }: { current: Current; running: Running }) {
  const text = useText();
  const money = useMoney(current.currency);
  const { outlook } = current;
  const dates = useDates(outlook.timeZone);
  const { nextPayout, next } = outlook;
  // What was answered to the check-in itself, where it was made on this page.
  const receipt = useArrived(current.enrolmentId).find((one) => one.receipt.day === running.day)?.receipt;
  const earnedMinor = receipt?.amountMinor ?? running.earnedMinor ?? 0;
  const payoutAt = receipt?.payoutAt ?? nextPayout?.at ?? null;
  return (
    <Card tone="good" live>
      <h2 className={styles['done']}>✓ {text('today.done', { number: running.number })}</h2>
      <div className={styles['come']}>
        <Figure>+ {money(earnedMinor)}</Figure>
      </div>
      {payoutAt !== null && <p>{text('today.returns', { day: dates.date(payoutAt) })}</p>}
      <Muted>
        {text('today.inARow', { days: outlook.streak })}
        {next !== null && ` ${text('today.nextWorth', { day: dates.day(next.day), amount: money(next.worthMinor) })}`}
      </Muted>
    </Card>
  );
}
