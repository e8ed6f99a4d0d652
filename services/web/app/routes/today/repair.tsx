import type { Current } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** Days that were missed and can be made up: what it costs, what it saves, until when. */
export function Repair({ current: { outlook, currency } }: { current: Current }) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates(outlook.timeZone);
  const { makeUpsLeft } = outlook;
  return outlook.repairable.map(({ day, until, worthMinor }) => (
    <Card key={day} tone="attention">
      <p>{text('repair.missed', { day: dates.dayAndWeekday(day), amount: money(worthMinor) })}</p>
      <Muted>
        {until === null
          ? text('repair.anyTime')
          : text('repair.until', { zone: dates.zone, time: dates.dateAndTime(until) })}{' '}
        {makeUpsLeft !== null && text('repair.uses', { left: makeUpsLeft })}
      </Muted>
      <ButtonLink to="/make-up/$day" params={{ day }} quiet small>
        {text('repair.action')}
      </ButtonLink>
    </Card>
  ));
}
