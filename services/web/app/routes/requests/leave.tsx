import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { settlementQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useDraft } from '../../features/draft/use-draft';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { LongField } from '../../ui/field';
import { Line } from '../../ui/lines';
import { Chip, Long } from '../../ui/words';
import { leaveQuery, type MemberLeave } from './read';
import { Answer, type Answering, Due, type ListProps, RequestList, Who } from './request-list';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

/** Requests for leave: those that wait with the time that is left, then those that were decided. */
export function LeaveRequests(props: ListProps) {
  const text = useText();
  const query = useInfiniteQuery(leaveQuery(props.cohortId));
  return (
    <RequestList
      title={text('requests.leave')}
      none={text('requests.noLeave')}
      query={query}
      idOf={({ leaveId }) => leaveId}
    >
      {(request, answering) => <OneLine key={request.leaveId} {...props} {...answering} request={request} />}
    </RequestList>
  );
}

const TONES = { requested: 'attention', approved: 'good', declined: 'plain' } as const;

interface OneLineProps extends ListProps, Answering {
  request: MemberLeave;
}

function OneLine({ cohortId, timeZone, nameOf, request, isOpen, onOpen }: OneLineProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { days, reason, requestedAt, status, decision, answerDueAt } = request;
  return (
    <Line
      what={
        <Who cohortId={cohortId} nameOf={nameOf} of={request} about={days.map(dates.day).join(text('list.comma'))} />
      }
      note={
        <>
          {text('leave.asked', { time: dates.dateAndTime(requestedAt) })}
          <Long>{reason}</Long>
          {answerDueAt !== null && <Due until={answerDueAt} timeZone={timeZone} />}
          {decision !== null &&
            text('leave.answered', {
              time: dates.dateAndTime(decision.decidedAt),
              reason: decision.decidedBy === null ? text('answer.byRule') : decision.reason,
            })}
          {status === 'requested' && (
            <Answer isOpen={isOpen} onOpen={onOpen}>
              <Decide cohortId={cohortId} request={request} onDecided={() => onOpen(false)} />
            </Answer>
          )}
        </>
      }
      much={<Chip tone={TONES[status]}>{text('leave.status', { status })}</Chip>}
    />
  );
}

interface DecideProps {
  cohortId: string;
  request: MemberLeave;
  onDecided(): void;
}

const REFUSED = {
  own_request: 'desk.own',
  appointed_late: 'requests.appointedLate',
  already_decided: 'requests.decidedAlready',
  too_much_leave: 'requests.tooMuch',
  cohort_settled: 'requests.over',
  enrolment_closed: 'requests.over',
} as const;

/** Grants or refuses, with a reason. What is written is kept until it is sent. */
function Decide({ cohortId, request: { enrolmentId, leaveId }, onDecided }: DecideProps) {
  const text = useText();
  const { draft, state, write, clear } = useDraft(`leave:${leaveId}`);
  const decide = (approve: boolean) => async () => {
    await api.checkin.POST('/enrolments/{enrolmentId}/leave/{leaveId}/decision', {
      params: { path: { enrolmentId, leaveId } },
      body: { approve, reason: draft },
    });
    await clear();
    onDecided();
  };
  const renews = [leaveQuery(cohortId).queryKey, settlementQuery(cohortId).queryKey];
  const grant = useAct(decide(true), { refused: REFUSED, renews });
  const refuse = useAct(decide(false), { refused: REFUSED, renews });
  const isOff = grant.isBusy || refuse.isBusy || !isSayable(draft, MOST_CHARACTERS);
  return (
    <>
      <LongField
        label={text('desk.reason')}
        note={text('requests.leaveReasonNote')}
        value={draft}
        onChange={write}
        isDisabled={state === 'loading'}
        mostCharacters={MOST_CHARACTERS}
        isShort
      />
      <Problem problem={grant.problem ?? refuse.problem} />
      <Button onPress={grant.take} isDisabled={isOff}>
        {text('requests.grant')}
      </Button>
      <Button quiet onPress={refuse.take} isDisabled={isOff}>
        {text('requests.refuse')}
      </Button>
    </>
  );
}
