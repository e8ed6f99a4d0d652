import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Asked } from '../../features/asked/asked';
import { tasksQuery } from '../../features/desk/tasks';
import { StaffPage } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { Listed } from './listed';
import { SetAssignment } from './set-assignment';

/** The homework of a class: what was set, what is due last first, and the form for the next. */
export function AssignmentsPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/assignments' });
  const query = useQuery(tasksQuery(cohortId));
  return (
    <StaffPage cohortId={cohortId} title={text('assignments.title')}>
      {({ cohort: { policy }, own }) =>
        policy && (
          <>
            <SetAssignment cohortId={cohortId} meId={own.accountId} policy={policy} />
            <Asked query={query}>
              {({ items }) =>
                items.length === 0 ? (
                  <Muted>{text('assignments.none')}</Muted>
                ) : (
                  items
                    .slice()
                    .reverse()
                    .map((assignment) => <Listed key={assignment.id} assignment={assignment} policy={policy} />)
                )
              }
            </Asked>
          </>
        )
      }
    </StaffPage>
  );
}
