import { type QueryKey, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Long, Muted, Strong } from '../../ui/words';
import { Asked } from '../asked/asked';
import { ShownFiles } from '../files/lazily';
import { useMoney } from '../money/use-money';
import { TimeLeft } from '../server-clock/time-left';
import { useDates } from '../time/use-dates';
import { AnswerForm } from './answer-form';
import { type AppealInFull, appealQuery } from './read';

interface OneAppealProps {
  enrolmentId: string;
  appealId: string;
  /** What is read anew once it is answered. */
  renews: readonly QueryKey[];
  onAnswered(): void;
}

/** One appeal in full: what was rejected, what both sides say, the time left, and the answer. */
export function OneAppeal({ enrolmentId, appealId, renews, onAnswered }: OneAppealProps) {
  const query = useQuery(appealQuery(enrolmentId, appealId));
  return (
    <Asked query={query}>
      {(appeal) => (
        <>
          <Facts appeal={appeal} />
          <AnswerForm enrolmentId={enrolmentId} appealId={appealId} renews={renews} onAnswered={onAnswered} />
        </>
      )}
    </Asked>
  );
}

function Facts({ appeal }: { appeal: AppealInFull }) {
  const text = useText();
  const money = useMoney(appeal.currency);
  const dates = useDates(appeal.timeZone);
  const { subject, memberNumber: number, cohortId, against, reason, frozenMinor } = appeal;
  const { escalation, answerDueAt } = appeal;
  const title =
    subject.kind === 'removal'
      ? text('desk.removal', { number })
      : text('desk.entry', { number, day: dates.dayAndWeekday(subject.day) });
  return (
    <Card title={title}>
      {answerDueAt !== null && (
        <p>
          {text('today.left')}{' '}
          <Strong>
            <TimeLeft until={answerDueAt} />
          </Strong>
        </p>
      )}
      <Lines>
        <Line what={text('appeal.inQuestion')} note={text('appeal.inQuestionNote')} much={money(frozenMinor)} />
        {subject.kind === 'rejected_entry' && <Rejected appeal={appeal} />}
        {against.reason !== null && <Line what={text('appeal.against')} note={<Long>{against.reason}</Long>} />}
        <Line what={text('desk.learner')} note={<Long>{reason}</Long>} />
        {escalation !== null && (
          <>
            <Line
              what={text('appeal.answer', {
                decision: 'dismissed',
                time: dates.dateAndTime(escalation.dismissal.answeredAt),
              })}
              note={<Long>{escalation.dismissal.reason}</Long>}
            />
            <Line what={text('arbiter.yours')} note={<Long>{escalation.reason}</Long>} />
          </>
        )}
        <Line
          what={
            <Link to="/cohorts/$cohortId" params={{ cohortId }}>
              {text('desk.cohort')}
            </Link>
          }
        />
        <Line
          what={
            <Link to="/cohorts/$cohortId/decisions" params={{ cohortId }}>
              {text('desk.decisions')}
            </Link>
          }
        />
      </Lines>
      <Muted>{text('appeal.opened', { time: dates.dateAndTime(appeal.openedAt) })}</Muted>
    </Card>
  );
}

/** What was done that day: the words, and the pictures or the voice note. */
function Rejected({ appeal: { enrolmentId, appealId, rejectedText, rejectedFiles } }: { appeal: AppealInFull }) {
  const text = useText();
  return (
    <Line
      what={text('desk.written')}
      note={
        <>
          {rejectedText !== '' && <Long>{rejectedText ?? text('desk.noText')}</Long>}
          {rejectedFiles.length > 0 && (
            <ShownFiles enrolmentId={enrolmentId} appealId={appealId} files={rejectedFiles} />
          )}
        </>
      }
    />
  );
}
