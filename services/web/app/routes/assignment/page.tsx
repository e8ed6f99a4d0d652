import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { type Assignment, assignmentQuery, type Current, handedInQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { CountsFor } from '../../features/homework/counts';
import { Rich } from '../../features/markdown/rich';
import { RubricLines } from '../../features/feedback/shown';
import { useDates } from '../../features/time/use-dates';
import { withTexts } from '../../texts/language';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { HandIn } from './hand-in';
import { Versions } from './versions';

// Few are corrected: that code and its texts come with those of pictures, of which it speaks too.
const Corrected = lazy(() => withTexts('media', import('./corrected')));

/** One piece of homework: what is asked, what it counts for, what was handed in and answered, and the next version. */
export function AssignmentPage() {
  const text = useText();
  const { assignmentId } = useParams({ from: '/homework/$assignmentId' });
  const query = useQuery(assignmentQuery(assignmentId));
  return (
    <CurrentPage title={query.data?.title ?? text('homework.title')} none="homework.gone">
      {(current) => <Asked query={query}>{(assignment) => <Whole current={current} assignment={assignment} />}</Asked>}
    </CurrentPage>
  );
}

function Whole({ current, assignment }: { current: Current; assignment: Assignment }) {
  const text = useText();
  const { timeZone } = current.outlook;
  const dates = useDates(timeZone);
  const { id, dueAt, instructions, rubric, corrections, mine } = assignment;
  const handedIn = useQuery(handedInQuery(id));
  return (
    <>
      <Card title={text('homework.due', { time: dates.dateAndTime(dueAt) })}>
        <Rich>{instructions}</Rich>
        {corrections[0] && (
          <Suspense>
            <Corrected corrections={corrections} timeZone={timeZone} />
          </Suspense>
        )}
        <CountsFor counts={mine?.counts} timeZone={timeZone} />
      </Card>
      {rubric !== null && (
        <Card title={text('rubric.title')}>
          <RubricLines rubric={rubric} />
        </Card>
      )}
      <Asked query={handedIn}>
        {(known) => (
          <>
            {known !== null && <Versions handedIn={known} timeZone={timeZone} />}
            <HandIn enrolmentId={current.enrolmentId} assignment={assignment} handedIn={known} />
          </>
        )}
      </Asked>
    </>
  );
}
