import type { Calendar } from '../../api/queries';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Chip, Long, Muted } from '../../ui/words';

const TONES = { requested: 'info', approved: 'good', declined: 'attention' } as const;

/** What was asked, the last first: its days, its state and the answer. */
export function Requests({ leave, timeZone }: { leave: Calendar['leave']; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  const namesOf = (days: readonly string[]) => days.map(dates.dayAndWeekday).join(text('list.comma'));
  const byTheRule = (status: string) => text(status === 'approved' ? 'answer.byRule' : 'leave.tooMuch');
  if (leave.length === 0) return <Muted>{text('leave.nothingAsked')}</Muted>;
  return [...leave].reverse().map(({ leaveId, days, reason, requestedAt, status, decision }) => (
    <Card
      key={leaveId}
      title={namesOf(days)}
      aside={<Chip tone={TONES[status]}>{text('leave.status', { status })}</Chip>}
    >
      <Long>{reason}</Long>
      <Muted>{text('leave.asked', { time: dates.dateAndTime(requestedAt) })}</Muted>
      {decision === null ? (
        <p>{text('leave.waits')}</p>
      ) : (
        <p>
          {text('leave.answered', {
            time: dates.dateAndTime(decision.decidedAt),
            reason: decision.decidedBy === null ? byTheRule(status) : decision.reason,
          })}
        </p>
      )}
      {decision !== null && decision.declinedDays.length > 0 && (
        <p>{text('leave.beyond', { days: namesOf(decision.declinedDays) })}</p>
      )}
    </Card>
  ));
}
