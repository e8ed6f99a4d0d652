import type { Current } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

export function Removed({ current: { outlook, currency, money: held } }: { current: Current }) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates(outlook.timeZone);
  const day = outlook.removedOn ?? '';
  return (
    <Card tone="bad" title={text('removed.title', { day: dates.day(day) })} live>
      <p>{text('removed.money', { amount: money(held.earnedMinor) })}</p>
      <Muted>{text(outlook.repairable.length > 0 ? 'removed.repair' : 'removed.appeal')}</Muted>
      <ButtonLink to="/appeals" quiet small>
        {text('appeal.title')}
      </ButtonLink>
    </Card>
  );
}
