import type { Calendar, Current } from '../../api/queries';
import { ShownFiles } from '../../features/files/lazily';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Chip, Long, Muted, Plus } from '../../ui/words';

interface DayDetailProps {
  current: Current;
  calendar: Calendar;
  day: Calendar['days'][number];
  worthMinor: number | null;
}

const TONES = { on_time: 'good', made_up: 'info', missed: 'bad', void: 'bad', open: 'good' } as const;

/** One day: state, place in the streak, weight, money and why; what was written; what can be done still. */
export function DayDetail({ current, calendar, day, worthMinor }: DayDetailProps) {
  const text = useText();
  const money = useMoney(calendar.currency);
  const dates = useDates(calendar.timeZone);
  const { state, position, weight, amountMinor, entry, rejected } = day;
  const repairable = current.outlook.repairable.find((one) => one.day === day.day);
  return (
    <Card
      title={dates.dayAndWeekday(day.day)}
      aside={<Chip tone={TONES[state as keyof typeof TONES] ?? 'plain'}>{text('days.state', { state })}</Chip>}
    >
      {position !== null && (
        <>
          <p>
            <Plus>+ {money(amountMinor)}</Plus> {text('days.position', { position })}
          </p>
          <Muted>{text('days.why', { weight, deposit: money(calendar.depositMinor) })}</Muted>
        </>
      )}
      {worthMinor !== null && (state === 'open' || state === 'upcoming') && (
        <p>{text(state === 'open' ? 'days.worthNow' : 'days.worth', { amount: money(worthMinor) })}</p>
      )}
      {entry !== undefined && (
        <>
          <Muted>{text('days.accepted', { time: dates.dateAndTime(entry.acceptedAt), count: entry.characters })}</Muted>
          {entry.text !== undefined && <Long>{entry.text}</Long>}
          {entry.files !== undefined && <ShownFiles enrolmentId={calendar.enrolmentId} files={entry.files} />}
        </>
      )}
      {rejected !== undefined && (
        <>
          <p>{text('days.rejected', { reason: rejected.reason })}</p>
          {entry === undefined && (
            <ButtonLink to="/appeals" quiet small>
              {text('appeal.title')}
            </ButtonLink>
          )}
        </>
      )}
      {state === 'upcoming' && (
        <Muted>{text('today.opensAt', { zone: dates.zone, time: dates.dateAndTime(day.opensAt) })}</Muted>
      )}
      {(state === 'excused' || state === 'void') && <Muted>{text(`days.${state}`)}</Muted>}
      {state === 'missed' && repairable === undefined && <Muted>{text('days.missedForGood')}</Muted>}
      {repairable !== undefined && (
        <>
          <p>{text('repair.missed', { day: dates.dayAndWeekday(day.day), amount: money(repairable.worthMinor) })}</p>
          <ButtonLink to="/make-up/$day" params={{ day: day.day }} quiet>
            {text('repair.action')}
          </ButtonLink>
        </>
      )}
      {state === 'open' && (
        <ButtonLink to="/today" quiet>
          {text('editor.send')}
        </ButtonLink>
      )}
    </Card>
  );
}
