import { Link } from '@tanstack/react-router';
import type { Current } from '../../api/queries';
import { useDates } from '../time/use-dates';
import { useText } from '../../texts/use-text';
import { DepositBar } from '../../ui/bar';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import styles from './deposit.module.css';
import { useMoney } from './use-money';

interface DepositProps {
  current: Current;
  /** What comes back next, with the way to the money; not where the money is. */
  withNext?: boolean;
}

/** Where the deposit is: returned, on its way, and what can be earned still. */
export function Deposit({ current: { currency, outlook, money: held }, withNext = false }: DepositProps) {
  const text = useText();
  const money = useMoney(currency);
  const { depositMinor, returnedMinor, earnedMinor, forfeitedMinor } = held;
  const onItsWayMinor = Math.max(0, earnedMinor - returnedMinor);
  const toEarnMinor = Math.max(0, depositMinor - earnedMinor - forfeitedMinor);
  // Whoever is out, or done, earns nothing more, also before the settlement says where it goes.
  const isOver = outlook.removedOn !== null || (outlook.running === null && outlook.next === null);
  return (
    <Card title={text('deposit.title')} aside={<Muted>{text('deposit.whole', { amount: money(depositMinor) })}</Muted>}>
      <DepositBar whole={depositMinor} returned={returnedMinor} onItsWay={onItsWayMinor} />
      <dl className={styles['parts']}>
        <Part name={text('deposit.returned')} amount={money(returnedMinor)} />
        <Part name={text('deposit.onItsWay')} amount={money(onItsWayMinor)} />
        {isOver ? (
          <Part name={text('deposit.forfeited')} amount={money(forfeitedMinor > 0 ? forfeitedMinor : toEarnMinor)} />
        ) : (
          <Part name={text('deposit.toEarn')} amount={money(toEarnMinor)} />
        )}
      </dl>
      {withNext && <NextPayout outlook={outlook} currency={currency} />}
    </Card>
  );
}

/** What comes back next, and when. */
function NextPayout({ outlook: { nextPayout, timeZone }, currency }: Pick<Current, 'outlook' | 'currency'>) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates(timeZone);
  if (nextPayout === null) return null;
  return (
    <Link to="/money" hash="next-payout">
      {text('deposit.next', { day: dates.date(nextPayout.at), amount: money(nextPayout.amountMinor) })}
    </Link>
  );
}

function Part({ name, amount }: { name: string; amount: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
