import { useQuery } from '@tanstack/react-query';
import { type Calendar, calendarQuery, cohortQuery, type Current } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { type Decision, decisionsIn } from '../../features/days/decisions';
import { serverClock } from '../../features/server-clock/server-clock';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long, Muted, Strong } from '../../ui/words';
import { Appealed } from './appealed';

/** What can be appealed and until when, and what became of what was. */
export function AppealsPage() {
  const text = useText();
  return (
    <CurrentPage title={text('appeal.title')} none="appeal.none">
      {(current) => <Appeals current={current} />}
    </CurrentPage>
  );
}

function Appeals({ current: { enrolmentId, cohortId } }: { current: Current }) {
  const text = useText();
  const calendar = useQuery(calendarQuery(enrolmentId));
  const cohort = useQuery(cohortQuery(cohortId));
  return (
    <Asked query={calendar}>
      {(known) => (
        <>
          <Muted>{text('appeal.what', { days: cohort.data?.appealDays ?? 3 })}</Muted>
          {cohort.data !== undefined && <Open calendar={known} appealDays={cohort.data.appealDays} />}
          {[...known.appeals].reverse().map((appeal) => (
            <Appealed
              key={appeal.appealId}
              appeal={appeal}
              calendar={known}
              appealDays={cohort.data?.appealDays ?? null}
            />
          ))}
        </>
      )}
    </Asked>
  );
}

function Open({ calendar, appealDays }: { calendar: Calendar; appealDays: number }) {
  const text = useText();
  const decisions = decisionsIn(calendar, appealDays);
  if (decisions.length === 0 && calendar.appeals.length === 0) return <Muted>{text('appeal.nothing')}</Muted>;
  return decisions.map((decision) => (
    <ToAppeal key={decision.about} decision={decision} timeZone={calendar.timeZone} />
  ));
}

function ToAppeal({ decision, timeZone }: { decision: Decision; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  const { about, reason, decidedAtMs, untilMs } = decision;
  const until = new Date(untilMs).toISOString();
  const isOver = untilMs <= (serverClock.nowMs() ?? decidedAtMs);
  const title =
    about === 'removal' ? text('appeal.removal') : text('appeal.entry', { day: dates.dayAndWeekday(about) });
  return (
    <Card title={title}>
      <Muted>{text('appeal.decided', { time: dates.dateAndTime(new Date(decidedAtMs).toISOString()) })}</Muted>
      {reason !== null && <Long>{reason}</Long>}
      {isOver ? (
        <p>{text('appeal.over', { time: dates.dateAndTime(until) })}</p>
      ) : (
        <>
          <p>
            {text('today.left')}{' '}
            <Strong>
              <TimeLeft until={until} />
            </Strong>
          </p>
          <Muted>{text('appeal.until', { zone: dates.zone, time: dates.dateAndTime(until) })}</Muted>
          <ButtonLink to="/appeals/$about" params={{ about }} quiet>
            {text('appeal.write')}
          </ButtonLink>
        </>
      )}
    </Card>
  );
}
