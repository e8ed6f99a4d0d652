import { LEAVE_ASKED_DAYS_AFTER, leaveAskedUntilMs } from '@daka/rules';
import { useState } from 'react';
import { api } from '../../api/client';
import { type Calendar, calendarQuery, type Current } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { DayGrid } from '../../features/days/day-grid';
import { useDraft } from '../../features/draft/use-draft';
import { serverClock } from '../../features/server-clock/server-clock';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

interface AskForLeaveProps {
  current: Current;
  calendar: Calendar;
}

type Day = Calendar['days'][number];

/** Days to touch, why, and one button. What a day becomes stands above, before anything is asked. */
export function AskForLeave({ current, calendar }: AskForLeaveProps) {
  const text = useText();
  const dates = useDates(calendar.timeZone);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { draft, state, write, clear } = useDraft(`leave:${calendar.enrolmentId}`);
  const { enrolmentId } = calendar;
  const { take, isBusy, problem } = useAct(
    async (key) => {
      await api.checkin.POST('/enrolments/{enrolmentId}/leave', {
        params: { path: { enrolmentId }, header: { 'Idempotency-Key': key } },
        body: { days: [...chosen].sort(), reason: draft },
      });
      setChosen(new Set());
      await clear();
    },
    { refused: REFUSED, renews: [calendarQuery(enrolmentId).queryKey] },
  );
  const toggle = (day: string): void => {
    const next = new Set(chosen);
    if (!next.delete(day)) next.add(day);
    setChosen(next);
  };
  const asked = new Set(calendar.leave.filter(({ status }) => status === 'requested').flatMap(({ days }) => days));
  return (
    <>
      <Muted>{text('leave.what')}</Muted>
      <Card title={text('leave.terms')}>
        <p>{text('leave.days', calendar.leaveDays)}</p>
        <Muted>{text('leave.deadline', { days: LEAVE_ASKED_DAYS_AFTER })}</Muted>
      </Card>
      <Card title={text('leave.which')}>
        <DayGrid
          calendar={calendar}
          label={text('leave.which')}
          today={current.outlook.running?.day ?? null}
          isChosen={(day) => chosen.has(day)}
          onChoose={toggle}
          isClosed={(day) => !canBeAskedFor(day) || asked.has(day.day)}
        />
        <p role="status">
          {chosen.size === 0
            ? text('leave.choose')
            : text('leave.chosen', { days: [...chosen].sort().map(dates.dayAndWeekday).join(text('list.comma')) })}
        </p>
      </Card>
      <LongField
        label={text('leave.reason')}
        value={draft}
        onChange={write}
        isDisabled={state === 'loading'}
        mostCharacters={MOST_CHARACTERS}
        note={text('leave.reasonNote')}
      />
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || chosen.size === 0 || !isSayable(draft, MOST_CHARACTERS)}>
        {text('leave.ask')}
      </Button>
    </>
  );
}

function canBeAskedFor({ state, closesAt }: Day): boolean {
  if ((serverClock.nowMs() ?? 0) >= leaveAskedUntilMs(Date.parse(closesAt))) return false;
  return state === 'upcoming' || state === 'open' || state === 'missed';
}

const REFUSED = {
  day_not_required: 'leave.notRequired',
  already_checked_in: 'leave.alreadyDone',
  too_many_requests: 'leave.tooMany',
  too_much_leave: 'leave.tooMuch',
  leave_too_late: 'leave.tooLate',
  cohort_settled: 'leave.over',
  enrolment_closed: 'leave.over',
} as const;
