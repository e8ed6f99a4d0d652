import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { cohortDecisionsQuery, cohortQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { DecisionLog } from '../../features/decisions/log';
import { StaffNavOf } from '../../features/staff-page/staff-nav';
import { useText } from '../../texts/use-text';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** What was decided in a cohort, for its staff and for the platform's arbiter. */
export function CohortDecisionsPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/decisions' });
  const query = useQuery(cohortQuery(cohortId));
  return (
    <Page title={text('decisions.title')} above={query.data?.title}>
      <StaffNavOf cohortId={cohortId} isDraft={false} />
      <Muted>{text('decisions.what')}</Muted>
      <Asked query={query}>
        {({ organisation, policy }) => (
          <DecisionLog
            query={cohortDecisionsQuery(cohortId)}
            organisationId={organisation.id}
            timeZone={policy?.timeZone ?? 'UTC'}
            ownNumber={null}
          />
        )}
      </Asked>
    </Page>
  );
}
