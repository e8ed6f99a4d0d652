import { useQuery } from '@tanstack/react-query';
import { cohortQuery, type Current, decisionsQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { DecisionLog } from '../../features/decisions/log';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';

/** What was decided in the reader's cohort: numbers instead of names, the same for every member. */
export function DecisionsPage() {
  const text = useText();
  return (
    <CurrentPage title={text('decisions.title')} none="decisions.none">
      {(current) => <Decisions current={current} />}
    </CurrentPage>
  );
}

function Decisions({ current: { enrolmentId, cohortId, memberNumber, outlook } }: { current: Current }) {
  const text = useText();
  const cohort = useQuery(cohortQuery(cohortId));
  return (
    <>
      <Muted>{text('decisions.what')}</Muted>
      <Asked query={cohort}>
        {({ organisation }) => (
          <DecisionLog
            query={decisionsQuery(enrolmentId)}
            organisationId={organisation.id}
            timeZone={outlook.timeZone}
            ownNumber={memberNumber}
          />
        )}
      </Asked>
    </>
  );
}
