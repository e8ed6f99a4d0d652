import { useState } from 'react';
import type { Calendar } from '../../api/queries';
import { DayGrid } from '../../features/days/day-grid';
import { ShownFiles } from '../../features/files/lazily';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip, Long, Muted } from '../../ui/words';

/** A member's days as they see them, and what they asked for with the answers. */
export function History({ calendar }: { calendar: Calendar }) {
  const text = useText();
  const [chosen, choose] = useState(() => lastDone(calendar));
  const day = calendar.days.find((one) => one.day === chosen);
  const madeUp = calendar.days.filter(({ state }) => state === 'made_up').length;
  return (
    <>
      <Card
        title={text('days.title')}
        aside={<Muted>{text('days.sum', { done: calendar.done, madeUp, missed: calendar.missed })}</Muted>}
      >
        <DayGrid
          calendar={calendar}
          label={text('days.title')}
          today={calendar.days.find(({ state }) => state === 'open')?.day ?? null}
          isChosen={(one) => one === chosen}
          onChoose={choose}
        />
        {day !== undefined && <OneDay calendar={calendar} day={day} />}
      </Card>
      <Leave calendar={calendar} />
      <Appeals calendar={calendar} />
    </>
  );
}

function lastDone({ days }: Calendar): string {
  const done = days.filter(({ entry }) => entry !== undefined);
  return (done.at(-1) ?? days[0])?.day ?? '';
}

function OneDay({
  calendar,
  day: { day, state, amountMinor, entry, rejected },
}: {
  calendar: Calendar;
  day: Calendar['days'][number];
}) {
  const text = useText();
  const money = useMoney(calendar.currency);
  const dates = useDates(calendar.timeZone);
  return (
    <div aria-live="polite">
      <Lines>
        <Line
          what={dates.dayAndWeekday(day)}
          note={text('days.state', { state })}
          {...(amountMinor > 0 ? { much: money(amountMinor) } : {})}
        />
        {entry !== undefined && (
          <Line
            what={text('days.accepted', { time: dates.dateAndTime(entry.acceptedAt), count: entry.characters })}
            {...(entry.text === undefined ? {} : { note: <Long>{entry.text}</Long> })}
          />
        )}
        {rejected !== undefined && (
          <Line what={text('days.rejected', { reason: rejected.reason })} note={dates.dateAndTime(rejected.at)} />
        )}
      </Lines>
      {entry?.files !== undefined && <ShownFiles enrolmentId={calendar.enrolmentId} files={entry.files} />}
    </div>
  );
}

function Leave({ calendar: { leave, leaveDays, timeZone } }: { calendar: Calendar }) {
  const text = useText();
  const dates = useDates(timeZone);
  return (
    <Card title={text('leave.title')} aside={<Muted>{text('leave.days', leaveDays)}</Muted>}>
      {leave.length === 0 ? (
        <Muted>{text('member.noLeave')}</Muted>
      ) : (
        <Lines>
          {leave.map(({ leaveId, days, reason, requestedAt, status, decision }) => (
            <Line
              key={leaveId}
              what={days.map(dates.day).join(text('list.comma'))}
              note={
                <>
                  {text('leave.asked', { time: dates.dateAndTime(requestedAt) })}
                  <Long>{reason}</Long>
                  {decision !== null &&
                    text('leave.answered', {
                      time: dates.dateAndTime(decision.decidedAt),
                      reason: decision.decidedBy === null ? text('answer.byRule') : decision.reason,
                    })}
                </>
              }
              much={<Chip>{text('leave.status', { status })}</Chip>}
            />
          ))}
        </Lines>
      )}
    </Card>
  );
}

function Appeals({ calendar: { appeals, timeZone, currency } }: { calendar: Calendar }) {
  const text = useText();
  const dates = useDates(timeZone);
  const money = useMoney(currency);
  if (appeals.length === 0) return null;
  return (
    <Card title={text('appeal.title')}>
      <Lines>
        {appeals.map(({ appealId, subject, reason, openedAt, status, frozenMinor, answer, escalation }) => (
          <Line
            key={appealId}
            what={
              subject.kind === 'removal'
                ? text('appeal.removal')
                : text('appeal.entry', { day: dates.dayAndWeekday(subject.day) })
            }
            note={
              <>
                {text('appeal.opened', { time: dates.dateAndTime(openedAt) })} · {text('appeal.inQuestion')}{' '}
                {money(frozenMinor)}
                <Long>{reason}</Long>
                {escalation !== null && (
                  <>
                    {text('requests.taken', { time: dates.dateAndTime(escalation.escalatedAt) })}
                    <Long>{escalation.reason}</Long>
                  </>
                )}
                {answer !== null && (
                  <>
                    {text('appeal.answer', { decision: answer.decision, time: dates.dateAndTime(answer.answeredAt) })}
                    <Long>{answer.answeredBy === null ? text('answer.byRule') : answer.reason}</Long>
                  </>
                )}
              </>
            }
            much={<Chip>{text('appeal.status', { status })}</Chip>}
          />
        ))}
      </Lines>
    </Card>
  );
}
