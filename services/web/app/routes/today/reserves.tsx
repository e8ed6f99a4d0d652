import type { Current } from '../../api/queries';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Chip, Chips } from '../../ui/words';

/** How much may still go wrong. */
export function Reserves({ current: { outlook } }: { current: Current }) {
  const text = useText();
  const dates = useDates(outlook.timeZone);
  const { makeUpsLeft, graceLeft, removal, removedOn, nextRestDay } = outlook;
  if (removedOn !== null || outlook.status !== 'open') return null;
  return (
    <Chips>
      {makeUpsLeft !== null && <Chip>{text('reserves.makeUps', { left: makeUpsLeft })}</Chip>}
      <Chip>{text('reserves.grace', { left: graceLeft })}</Chip>
      {removal !== null && (
        <Chip tone={removal.missesLeft <= 1 ? 'attention' : 'plain'}>
          {text('reserves.removal', { left: removal.missesLeft, per: removal.per })}
        </Chip>
      )}
      {nextRestDay !== null && <Chip>{text('reserves.rest', { day: dates.dayAndWeekday(nextRestDay) })}</Chip>}
    </Chips>
  );
}
