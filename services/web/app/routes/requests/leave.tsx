import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { settlementQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { useDraft } from '../../features/draft/use-draft';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Line, Lines } from '../../ui/lines';
import { Chip, Long, Muted } from '../../ui/words';
import { Due, type ListProps } from './appeals';
import styles from './page.module.css';
import { leaveQuery, type MemberLeave } from './read';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

/** Requests for leave: those that wait with the time that is left, then those that were decided. */
export function LeaveRequests(props: ListProps) {
  const text = useText();
  const query = useInfiniteQuery(leaveQuery(props.cohortId));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title={text('requests.leave')}>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              {items.length === 0 && <Muted>{text('requests.noLeave')}</Muted>}
              <Lines>
                {items.map((request) => (
                  <OneLine
                    key={request.leaveId}
                    {...props}
                    request={request}
                    isOpen={open === request.leaveId}
                    onOpen={(isOpen) => setOpen(isOpen ? request.leaveId : null)}
                  />
                ))}
              </Lines>
              {query.hasNextPage && (
                <Button quiet small isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {text('decisions.more')}
                </Button>
              )}
            </>
          );
        }}
      </Asked>
    </Card>
  );
}

const TONES = { requested: 'attention', approved: 'good', declined: 'plain' } as const;

interface OneLineProps extends ListProps {
  request: MemberLeave;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

function OneLine({ cohortId, timeZone, nameOf, request, isOpen, onOpen }: OneLineProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { enrolmentId, memberNumber, days, reason, requestedAt, status, decision, answerDueAt } = request;
  return (
    <Line
      what={
        <>
          <Link to="/cohorts/$cohortId/members/$enrolmentId" params={{ cohortId, enrolmentId }}>
            {text('enrolment.number', { number: memberNumber })} {nameOf(enrolmentId)}
          </Link>
          {` · ${days.map(dates.day).join(text('list.comma'))}`}
        </>
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
            <div className={styles['act']}>
              {isOpen ? (
                <Decide cohortId={cohortId} request={request} onDecided={() => onOpen(false)} />
              ) : (
                <Button quiet small onPress={() => onOpen(true)}>
                  {text('requests.answer')}
                </Button>
              )}
            </div>
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
