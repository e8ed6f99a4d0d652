import type { Calendar } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip, Long, Muted } from '../../ui/words';
import { TakeToArbiter } from './take-to-arbiter';

interface AppealedProps {
  appeal: Calendar['appeals'][number];
  calendar: Calendar;
  /** Null: not known yet. */
  appealDays: number | null;
}

const TONES = { open: 'info', upheld: 'good', dismissed: 'attention', lapsed: 'plain' } as const;

/** An appeal: what it is about, the amount that waits for it, the reader's words, and the answer. */
export function Appealed({ appeal, calendar, appealDays }: AppealedProps) {
  const text = useText();
  const money = useMoney(calendar.currency);
  const dates = useDates(calendar.timeZone);
  const { subject, reason, openedAt, status, frozenMinor, against, answer, escalation } = appeal;
  const title =
    subject.kind === 'removal'
      ? text('appeal.removal')
      : text('appeal.entry', { day: dates.dayAndWeekday(subject.day) });
  return (
    <Card title={title} aside={<Chip tone={TONES[status]}>{text('appeal.status', { status })}</Chip>}>
      <Lines>
        <Line what={text('appeal.inQuestion')} note={text('appeal.inQuestionNote')} much={money(frozenMinor)} />
        {against.reason !== null && <Line what={text('appeal.against')} note={<Long>{against.reason}</Long>} />}
        <Line what={text('appeal.yours')} note={<Long>{reason}</Long>} />
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
        {answer !== null && (
          <Line
            what={text('appeal.answer', { decision: answer.decision, time: dates.dateAndTime(answer.answeredAt) })}
            note={<Long>{answer.answeredBy === null ? text('answer.byRule') : answer.reason}</Long>}
          />
        )}
      </Lines>
      <Muted>{text('appeal.opened', { time: dates.dateAndTime(openedAt) })}</Muted>
      {status === 'open' && <p>{text(escalation === null ? 'appeal.waits' : 'arbiter.waits')}</p>}
      {appealDays !== null && <TakeToArbiter appeal={appeal} calendar={calendar} appealDays={appealDays} />}
    </Card>
  );
}
