import type { Current } from '../../api/queries';
import { useLookAgain } from '../../features/server-clock/use-look-again';
import { useMoney } from '../../features/money/use-money';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { SettlementCard } from '../../features/settlement/settlement';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted, Plus, Strong } from '../../ui/words';

/** Nothing to write now: when the next day opens and what it is worth, or that the plan is over. */
export function NextDay({ current }: { current: Current }) {
  const { outlook, currency } = current;
  const text = useText();
  const lookAgain = useLookAgain();
  const money = useMoney(currency);
  const dates = useDates(outlook.timeZone);
  const { next } = outlook;
  if (next === null)
    return (
      <>
        <Card title={text('today.over')}>
          <Muted>{text(outlook.status === 'settled' ? 'today.settled' : 'today.settles')}</Muted>
        </Card>
        <SettlementCard {...current} timeZone={current.outlook.timeZone} />
      </>
    );
  return (
    <Card title={text('today.next', { number: next.number, day: dates.dayAndWeekday(next.day) })}>
      <p>
        {text('today.opensIn')}{' '}
        <Strong>
          <TimeLeft until={next.opensAt} onOver={lookAgain} />
        </Strong>
      </p>
      <Muted>{text('today.opensAt', { zone: dates.zone, time: dates.dateAndTime(next.opensAt) })}</Muted>
      <p>
        {text('today.nextIs')} <Plus>{money(next.worthMinor)}</Plus>
      </p>
    </Card>
  );
}
