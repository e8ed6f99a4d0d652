import { useQuery } from '@tanstack/react-query';
import { type Calendar, calendarQuery, type Current } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { AskForLeave } from './ask';
import { Requests } from './requests';

/** Asking to be excused on days, and what became of what was asked. */
export function LeavePage() {
  const text = useText();
  return (
    <CurrentPage title={text('leave.title')} none="leave.none">
      {(current) => <Leave current={current} />}
    </CurrentPage>
  );
}

function Leave({ current }: { current: Current }) {
  const query = useQuery(calendarQuery(current.enrolmentId));
  return <Asked query={query}>{(calendar) => <Both current={current} calendar={calendar} />}</Asked>;
}

function Both({ current, calendar }: { current: Current; calendar: Calendar }) {
  const text = useText();
  const isOpen = calendar.status === 'open' || calendar.status === 'removed';
  return (
    <>
      {isOpen ? <AskForLeave current={current} calendar={calendar} /> : <Muted>{text('leave.over')}</Muted>}
      <Requests leave={calendar.leave} timeZone={calendar.timeZone} />
    </>
  );
}
