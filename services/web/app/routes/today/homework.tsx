import { Link } from '@tanstack/react-router';
import type { Current } from '../../api/queries';
import { HomeworkLines } from '../../features/homework/lines';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

const SHOWN = 3;

/** Homework that waits for the learner, or has been answered. */
export function Homework({ current: { homework, feedbackUnread, outlook } }: { current: Current }) {
  const text = useText();
  if (homework === null)
    return (
      <Card title={text('homework.title')}>
        <Muted>{text('homework.away')}</Muted>
      </Card>
    );
  // What was answered is read first, and what is accepted stays only as long as its answer is unread.
  const shown = homework
    .filter(({ status, unread }) => unread > 0 || status !== 'accepted')
    .sort((one, other) => Number(other.unread > 0) - Number(one.unread > 0))
    .slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <Card
      title={text('homework.title')}
      {...(feedbackUnread ? { aside: <UnreadFeedback count={feedbackUnread} all={homework} /> } : {})}
    >
      <HomeworkLines homework={shown} timeZone={outlook.timeZone} />
    </Card>
  );
}

/** How many answers wait, and the way to them: to the one itself where there is one. */
function UnreadFeedback({ count, all }: { count: number; all: NonNullable<Current['homework']> }) {
  const text = useText();
  const said = text('homework.unreadCount', { count });
  const [only, ...more] = all.filter(({ unread }) => unread > 0);
  if (only === undefined || more.length > 0) return <Link to="/homework">{said}</Link>;
  return (
    <Link to="/homework/$assignmentId" params={{ assignmentId: only.assignmentId }}>
      {said}
    </Link>
  );
}
