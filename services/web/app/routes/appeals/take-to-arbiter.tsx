import { windowEndMs } from '@daka/rules';
import { api } from '../../api/client';
import { type Calendar, calendarQuery, todayQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useDraft } from '../../features/draft/use-draft';
import { serverClock } from '../../features/server-clock/server-clock';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

interface TakeToArbiterProps {
  appeal: Calendar['appeals'][number];
  calendar: Calendar;
  appealDays: number;
}

/** After a dismissal by staff: the way to the platform's arbiter, as long as it is open. */
export function TakeToArbiter({ appeal: { appealId, answer, escalation }, calendar, appealDays }: TakeToArbiterProps) {
  const text = useText();
  const dates = useDates(calendar.timeZone);
  const { enrolmentId } = calendar;
  const { draft, state, write, clear } = useDraft(`arbiter:${enrolmentId}:${appealId}`);
  const { take, isBusy, problem } = useAct(
    async (key) => {
      await api.checkin.POST('/enrolments/{enrolmentId}/appeals/{appealId}/escalation', {
        params: { path: { enrolmentId, appealId }, header: { 'Idempotency-Key': key } },
        body: { reason: draft },
      });
      await clear();
    },
    { refused: REFUSED, renews: [calendarQuery(enrolmentId).queryKey, todayQuery.queryKey] },
  );
  if (answer?.decision !== 'dismissed' || answer.answeredAs === 'arbiter' || escalation !== null) return null;
  const untilMs = windowEndMs(Date.parse(answer.answeredAt), appealDays);
  if (calendar.status === 'settled' || untilMs <= (serverClock.nowMs() ?? 0)) return null;
  const until = new Date(untilMs).toISOString();
  return (
    <>
      <Muted>{text('arbiter.how', { zone: dates.zone, time: dates.dateAndTime(until) })}</Muted>
      <LongField
        label={text('arbiter.yours')}
        value={draft}
        onChange={write}
        isDisabled={state === 'loading'}
        mostCharacters={MOST_CHARACTERS}
        note={text('arbiter.reasonNote')}
      />
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || !isSayable(draft, MOST_CHARACTERS)} quiet>
        {text('arbiter.send')}
      </Button>
    </>
  );
}

const REFUSED = {
  appeal_window_closed: 'appeal.tooLate',
  already_escalated: 'arbiter.already',
  answer_is_final: 'arbiter.already',
  not_dismissed: 'appeal.gone',
  cohort_settled: 'appeal.settled',
  enrolment_closed: 'appeal.settled',
} as const;
