import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Calendar, calendarQuery, type Current } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { DayGrid } from '../../features/days/day-grid';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { DayDetail } from './day-detail';
import { useWorth } from './use-worth';

/** Every day of the plan: its state, its part in the money, and why. */
export function DaysPage() {
  const text = useText();
  return (
    <CurrentPage title={text('days.title')} none="days.none">
      {(current) => <Days current={current} />}
    </CurrentPage>
  );
}

function Days({ current }: { current: Current }) {
  const query = useQuery(calendarQuery(current.enrolmentId));
  return <Asked query={query}>{(calendar) => <Chosen current={current} calendar={calendar} />}</Asked>;
}

function Chosen({ current, calendar }: { current: Current; calendar: Calendar }) {
  const text = useText();
  const { running } = current.outlook;
  const [chosen, choose] = useState(running?.day ?? calendar.days.find(({ state }) => state !== 'rest')?.day ?? '');
  const worthOf = useWorth(current.cohortId, calendar);
  const day = calendar.days.find((one) => one.day === chosen);
  const madeUp = calendar.days.filter(({ state }) => state === 'made_up').length;
  return (
    <>
      <p>{text('days.sum', { done: calendar.done, madeUp, missed: calendar.missed })}</p>
      <DayGrid
        calendar={calendar}
        label={text('days.title')}
        today={running?.day ?? null}
        isChosen={(one) => one === chosen}
        onChoose={choose}
        worthOf={worthOf}
      />
      {day !== undefined && <DayDetail current={current} calendar={calendar} day={day} worthMinor={worthOf(day.day)} />}
      <ButtonLink to="/leave" quiet>
        {text('leave.title')}
      </ButtonLink>
    </>
  );
}
