import type { PublicRecord } from '../../api/queries';
import { useDates } from '../../features/time/use-dates';
import { type Text, useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

type Conduct = Pick<PublicRecord, 'conduct'>;

const ENDS = [
  ['open', 'record.appealsOpen'],
  ['upheld', 'record.upheld'],
  ['upheldByRule', 'record.upheldByRule'],
  ['upheldByArbiter', 'record.upheldByArbiter'],
  ['dismissed', 'record.dismissed'],
  ['dismissedByArbiter', 'record.dismissedByArbiter'],
  ['ended', 'record.appealsEnded'],
] as const;

/** How often a check-in was rejected, who objected, and how that ended. */
export function Appeals({ conduct }: Conduct) {
  const text = useText();
  if (conduct === null) return <TooFew title={text('record.conduct')} />;
  const { enrolments, rejections, appeals, since } = conduct;
  const { made } = appeals;
  return (
    <Card title={text('record.conduct')}>
      <Lines>
        <Line what={text('record.rejections')} note={text('record.rejectionsNote', { enrolments })} much={rejections} />
        <Line what={text('record.appeals')} note={text('record.appealsNote')} much={made} />
        {ENDS.filter(([end]) => appeals[end] > 0).map(([end, what]) => (
          <Line key={end} what={text(what)} much={text('record.of', { count: appeals[end], all: made })} />
        ))}
      </Lines>
      <Since since={since} />
    </Card>
  );
}

/** From when on nothing is missing; of a platform that came to keep it later, what was before is not in it. */
function Since({ since }: Pick<NonNullable<Conduct['conduct']>, 'since'>) {
  const text = useText();
  const dates = useDates('UTC');
  const day = since?.slice(0, 10);
  return (
    <Muted>
      {day === undefined
        ? text('record.sinceNever')
        : text('record.since', { day: `${day.slice(0, 4)} · ${dates.day(day)}` })}
    </Muted>
  );
}

/** How long a refund took from the instant at which it was due; those that wait count as longer than any. */
export function Refunds({ conduct }: Conduct) {
  const text = useText();
  if (conduct === null) return null;
  const { due, waiting, untimed, halfWithinS } = conduct.refunds;
  return (
    <Card title={text('record.refunds')}>
      {due === 0 ? (
        <Muted>{text('record.noRefunds')}</Muted>
      ) : (
        <Lines>
          <Line
            what={text('record.median')}
            note={text('record.medianNote')}
            much={
              halfWithinS === null
                ? text('record.notYet')
                : text('record.within', { time: timeText(text, halfWithinS) })
            }
          />
          <Line what={text('record.confirmed')} much={text('record.of', { count: due - waiting, all: due })} />
        </Lines>
      )}
      {untimed > 0 && <Muted>{text('record.untimed', { count: untimed })}</Muted>}
    </Card>
  );
}

function TooFew({ title }: { title: string }) {
  const text = useText();
  return (
    <Card title={title}>
      <Muted>{text('record.tooFewYet')}</Muted>
    </Card>
  );
}

/** The bounds are whole minutes, hours or days. */
function timeText(text: Text, seconds: number): string {
  if (seconds < 3_600) return text('record.minutes', { count: seconds / 60 });
  if (seconds < 86_400) return text('record.hours', { count: seconds / 3_600 });
  return text('record.days', { count: seconds / 86_400 });
}
