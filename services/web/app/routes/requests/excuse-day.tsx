import { useState } from 'react';
import { api } from '../../api/client';
import { type Cohort, settlementQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { dayAt } from '../../features/members/letters';
import { serverClock } from '../../features/server-clock/server-clock';
import { useDates } from '../../features/time/use-dates';
import { weekdayOf } from '../../features/time/zone';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';

type Policy = NonNullable<Cohort['policy']>;

const MOST_CHARACTERS = 1_000;

/** A day that is asked of nobody, such as after an outage. It cannot be taken back, so it is asked for twice. */
export function ExcuseDay({ cohortId, policy }: { cohortId: string; policy: Policy }) {
  const text = useText();
  const dates = useDates(policy.timeZone);
  const days = requiredDays(policy);
  const [day, setDay] = useState(() => latestOf(days));
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [excused, setExcused] = useState<string | null>(null);
  const { take, isBusy, problem } = useExcuse(cohortId, { day, reason }, () => {
    setExcused(day);
    setReason('');
    setAsked(false);
  });
  const choose = (chosen: string): void => {
    setDay(chosen);
    setAsked(false);
    setExcused(null);
  };
  return (
    <Card title={text('requests.excuse')}>
      <Muted>{text('requests.excuseWhat')}</Muted>
      <Choice
        label={text('requests.day')}
        value={day}
        options={days.map((one) => ({ value: one, name: dates.dayAndWeekday(one) }))}
        onChange={choose}
      />
      <LongField
        label={text('desk.reason')}
        note={text('requests.excuseReasonNote')}
        value={reason}
        onChange={setReason}
        mostCharacters={MOST_CHARACTERS}
        isShort
      />
      <Problem problem={problem} />
      <div role="status">
        {excused !== null && <p>{text('requests.excused', { day: dates.dayAndWeekday(excused) })}</p>}
      </div>
      <Button
        quiet
        isDisabled={isBusy || !isSayable(reason, MOST_CHARACTERS)}
        onPress={isAsked ? take : () => setAsked(true)}
      >
        {isAsked ? text('requests.excuseSure', { day: dates.dayAndWeekday(day) }) : text('requests.excuseIt')}
      </Button>
    </Card>
  );
}

function useExcuse(cohortId: string, { day, reason }: { day: string; reason: string }, onDone: () => void) {
  return useAct(
    async () => {
      await api.checkin.POST('/cohorts/{cohortId}/excused-days', {
        params: { path: { cohortId } },
        body: { day, reason: reason.trim() },
      });
      onDone();
    },
    { refused: REFUSED, renews: [settlementQuery(cohortId).queryKey, ['memberDays', cohortId]] },
  );
}

const REFUSED = {
  own_request: 'requests.ownDay',
  appointed_late: 'requests.appointedLate',
  day_not_in_plan: 'requests.dayNotRequired',
  day_not_required: 'requests.dayNotRequired',
  cohort_settled: 'requests.over',
  cohort_cancelled: 'requests.over',
} as const;

/** An outage is excused when it is over: the last day that has begun, else the first. */
function latestOf(days: readonly string[]): string {
  const today = new Date(serverClock.nowMs() ?? Date.now()).toISOString().slice(0, 10);
  return days.filter((day) => today >= day).at(-1) ?? days[0] ?? '';
}

/** The days of the plan on which something is asked. */
function requiredDays({ startsOn, days, restDays }: Policy): string[] {
  return Array.from({ length: days }, (_, index) => dayAt(startsOn, index)).filter(
    (day) => !restDays.dates.includes(day) && !restDays.weekdays.includes(weekdayOf(day)),
  );
}
