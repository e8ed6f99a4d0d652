import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { settlementQuery } from '../../api/queries';
import { OneAppeal } from '../../features/answering/one-appeal';
import { Asked } from '../../features/asked/asked';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip, Long, Muted } from '../../ui/words';
import styles from './page.module.css';
import { appealsQuery, type MemberAppeal } from './read';

export interface ListProps {
  cohortId: string;
  timeZone: string;
  nameOf(enrolmentId: string): string;
  /** Who reads it. */
  ownId: string;
}

/** Appeals: those that wait with the time that is left, then those that were answered, with who says what. */
export function Appeals(props: ListProps) {
  const text = useText();
  const query = useInfiniteQuery(appealsQuery(props.cohortId));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title={text('requests.appeals')}>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              {items.length === 0 && <Muted>{text('requests.noAppeals')}</Muted>}
              <Lines>
                {items.map((appeal) => (
                  <OneLine
                    key={appeal.appealId}
                    {...props}
                    appeal={appeal}
                    isOpen={open === appeal.appealId}
                    onOpen={(isOpen) => setOpen(isOpen ? appeal.appealId : null)}
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

const TONES = { open: 'attention', upheld: 'good', dismissed: 'plain', lapsed: 'plain' } as const;

interface OneLineProps extends ListProps {
  appeal: MemberAppeal;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

function OneLine({ cohortId, timeZone, nameOf, ownId, appeal, isOpen, onOpen }: OneLineProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { appealId, enrolmentId, memberNumber, subject, reason, openedAt, status, answerDueAt, answer } = appeal;
  const about =
    subject.kind === 'removal'
      ? text('appeal.removal')
      : text('appeal.entry', { day: dates.dayAndWeekday(subject.day) });
  const who = whoAnswers(appeal, ownId);
  return (
    <Line
      what={
        <>
          <Link to="/cohorts/$cohortId/members/$enrolmentId" params={{ cohortId, enrolmentId }}>
            {text('enrolment.number', { number: memberNumber })} {nameOf(enrolmentId)}
          </Link>
          {` · ${about}`}
        </>
      }
      note={
        <>
          {text('appeal.opened', { time: dates.dateAndTime(openedAt) })}
          <Long>{reason}</Long>
          {answerDueAt !== null && <Due until={answerDueAt} timeZone={timeZone} />}
          {status === 'open' && who === 'others' && <p>{text('requests.othersAnswer')}</p>}
          {status === 'open' && who === 'arbiter' && <p>{text('requests.withArbiter')}</p>}
          {answer !== null && (
            <>
              {text('appeal.answer', { decision: answer.decision, time: dates.dateAndTime(answer.answeredAt) })}
              <Long>{answer.answeredBy === null ? text('answer.byRule') : answer.reason}</Long>
            </>
          )}
          {status === 'open' && who === 'reader' && (
            <div className={styles['act']}>
              {isOpen ? (
                <OneAppeal
                  enrolmentId={enrolmentId}
                  appealId={appealId}
                  renews={[appealsQuery(cohortId).queryKey, settlementQuery(cohortId).queryKey]}
                  onAnswered={() => onOpen(false)}
                />
              ) : (
                <Button quiet small onPress={() => onOpen(true)}>
                  {text('requests.answer')}
                </Button>
              )}
            </div>
          )}
        </>
      }
      much={<Chip tone={TONES[status]}>{text('appeal.status', { status })}</Chip>}
    />
  );
}

/** By the rules: not who decided; and a dismissal that was taken to the arbiter is the arbiter's. */
function whoAnswers({ against, escalation }: MemberAppeal, ownId: string): 'reader' | 'others' | 'arbiter' {
  if (escalation !== null) return 'arbiter';
  return against.decidedBy === ownId ? 'others' : 'reader';
}

/** How long there is to answer, and what happens then. */
export function Due({ until, timeZone }: { until: string; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  return (
    <p>
      {text('today.left')} <TimeLeft until={until} /> ·{' '}
      {text('requests.grantedAt', { time: dates.dateAndTime(until), zone: dates.zone })}
    </p>
  );
}
