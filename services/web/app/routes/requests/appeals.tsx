import { useInfiniteQuery } from '@tanstack/react-query';
import { settlementQuery } from '../../api/queries';
import { OneAppeal } from '../../features/answering/one-appeal';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Line } from '../../ui/lines';
import { Chip, Long } from '../../ui/words';
import { appealsQuery, type MemberAppeal } from './read';
import { Answer, type Answering, Due, type ListProps, RequestList, Who } from './request-list';

/** Appeals: those that wait with the time that is left, then those that were answered, with who says what. */
export function Appeals(props: ListProps) {
  const text = useText();
  const query = useInfiniteQuery(appealsQuery(props.cohortId));
  return (
    <RequestList
      title={text('requests.appeals')}
      none={text('requests.noAppeals')}
      query={query}
      idOf={({ appealId }) => appealId}
    >
      {(appeal, answering) => <OneLine key={appeal.appealId} {...props} {...answering} appeal={appeal} />}
    </RequestList>
  );
}

const TONES = { open: 'attention', upheld: 'good', dismissed: 'plain', lapsed: 'plain' } as const;

interface OneLineProps extends ListProps, Answering {
  appeal: MemberAppeal;
}

function OneLine({ cohortId, timeZone, nameOf, ownId, appeal, isOpen, onOpen }: OneLineProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { appealId, enrolmentId, subject, reason, openedAt, status, answerDueAt, answer } = appeal;
  const about =
    subject.kind === 'removal'
      ? text('appeal.removal')
      : text('appeal.entry', { day: dates.dayAndWeekday(subject.day) });
  const who = whoAnswers(appeal, ownId);
  return (
    <Line
      what={<Who cohortId={cohortId} nameOf={nameOf} of={appeal} about={about} />}
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
            <Answer isOpen={isOpen} onOpen={onOpen}>
              <OneAppeal
                enrolmentId={enrolmentId}
                appealId={appealId}
                renews={[appealsQuery(cohortId).queryKey, settlementQuery(cohortId).queryKey]}
                onAnswered={() => onOpen(false)}
              />
            </Answer>
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
