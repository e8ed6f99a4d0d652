import { Link } from '@tanstack/react-router';
import type { Current } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Line, Lines } from '../../ui/lines';
import { useDates } from '../time/use-dates';
import { Chip } from '../../ui/words';
import { HomeworkStatus } from './status';

interface HomeworkLinesProps {
  homework: NonNullable<Current['homework']>;
  timeZone: string;
}

/** Pieces of homework, each with its due time and where it stands, and the way to it. */
export function HomeworkLines({ homework, timeZone }: HomeworkLinesProps) {
  const text = useText();
  const dates = useDates(timeZone);
  return (
    <Lines>
      {homework.map(({ assignmentId, title, dueAt, status, unread }) => (
        <Line
          key={assignmentId}
          what={
            <Link to="/homework/$assignmentId" params={{ assignmentId }}>
              {title}
            </Link>
          }
          note={text('homework.due', { time: dates.dateAndTime(dueAt) })}
          much={unread > 0 ? <Chip tone="info">{text('homework.unread')}</Chip> : <HomeworkStatus status={status} />}
        />
      ))}
    </Lines>
  );
}
