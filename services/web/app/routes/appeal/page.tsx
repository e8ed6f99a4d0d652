import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../../api/client';
import { calendarQuery, cohortQuery, type Current, todayQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { type Decision, decisionsIn } from '../../features/days/decisions';
import { useDraft } from '../../features/draft/use-draft';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Long, Muted, Strong } from '../../ui/words';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

/** Writing one appeal. */
export function AppealPage() {
  const text = useText();
  const { about } = useParams({ from: '/appeals/$about' });
  return (
    <CurrentPage title={text('appeal.write')} none="appeal.none">
      {(current) => <OneDecision current={current} about={about} />}
    </CurrentPage>
  );
}

function OneDecision({ current, about }: { current: Current; about: string }) {
  const text = useText();
  const calendar = useQuery(calendarQuery(current.enrolmentId));
  const cohort = useQuery(cohortQuery(current.cohortId));
  return (
    <Asked query={calendar}>
      {(known) => (
        <Asked query={cohort}>
          {({ appealDays }) => {
            const decision = decisionsIn(known, appealDays).find((one) => one.about === about);
            return decision === undefined ? (
              <>
                <Muted>{text('appeal.gone')}</Muted>
                <ButtonLink to="/appeals" quiet>
                  {text('appeal.toAll')}
                </ButtonLink>
              </>
            ) : (
              <Write current={current} decision={decision} timeZone={known.timeZone} />
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}

interface WriteProps {
  current: Current;
  decision: Decision;
  timeZone: string;
}

function Write({ current: { enrolmentId }, decision: { about, reason, untilMs }, timeZone }: WriteProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const navigate = useNavigate();
  const { draft, state, write, clear } = useDraft(`appeal:${enrolmentId}:${about}`);
  const until = new Date(untilMs).toISOString();
  const { take, isBusy, problem } = useAct(
    async (key) => {
      await api.checkin.POST('/enrolments/{enrolmentId}/appeals', {
        params: { path: { enrolmentId }, header: { 'Idempotency-Key': key } },
        body: {
          subject: about === 'removal' ? { kind: 'removal' } : { kind: 'rejected_entry', day: about },
          reason: draft,
        },
      });
      await clear();
      await navigate({ to: '/appeals', replace: true });
    },
    { refused: REFUSED, renews: [calendarQuery(enrolmentId).queryKey, todayQuery.queryKey] },
  );
  return (
    <>
      <Card
        title={about === 'removal' ? text('appeal.removal') : text('appeal.entry', { day: dates.dayAndWeekday(about) })}
      >
        {reason !== null && <Long>{reason}</Long>}
        <p>
          {text('today.left')}{' '}
          <Strong>
            <TimeLeft until={until} />
          </Strong>
        </p>
        <Muted>{text('appeal.until', { zone: dates.zone, time: dates.dateAndTime(until) })}</Muted>
      </Card>
      <Muted>{text('appeal.how')}</Muted>
      <LongField
        label={text('appeal.yours')}
        value={draft}
        onChange={write}
        isDisabled={state === 'loading'}
        mostCharacters={MOST_CHARACTERS}
        note={text('appeal.reasonNote')}
      />
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || !isSayable(draft, MOST_CHARACTERS)}>
        {text('appeal.send')}
      </Button>
    </>
  );
}

const REFUSED = {
  appeal_window_closed: 'appeal.tooLate',
  already_appealed: 'appeal.already',
  already_checked_in: 'appeal.gone',
  not_rejected: 'appeal.gone',
  not_removed: 'appeal.gone',
  cohort_settled: 'appeal.settled',
  enrolment_closed: 'appeal.settled',
} as const;
