import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { cohortQuery, staffQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { StaffNavOf } from '../../features/staff-page/staff-nav';
import { type Me, meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { Invite } from './invite';
import { OpenInvitations } from './open-invitations';
import { LeaveStaff, Staff } from './staff';

/** Who works for a cohort: for its staff to see and to leave, for its owner to invite and to dismiss. */
export function StaffPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/staff' });
  const cohort = useQuery(cohortQuery(cohortId));
  const query = useQuery(meQuery);
  return (
    <Page title={text('staff.title')} above={cohort.data?.title} tabs>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in" search={{ next: `/cohorts/${cohortId}/staff` }}>
              {text('signIn.title')}
            </ButtonLink>
          ) : (
            <OfCohort
              cohortId={cohortId}
              organisationId={cohort.data?.organisation.id}
              isDraft={cohort.data?.status === 'draft'}
              me={me}
            />
          )
        }
      </Asked>
    </Page>
  );
}

interface OfCohortProps {
  cohortId: string;
  /** Undefined: not read yet. */
  organisationId: string | undefined;
  isDraft: boolean;
  me: Me;
}

function OfCohort({ cohortId, organisationId, isDraft, me }: OfCohortProps) {
  const text = useText();
  const query = useQuery(staffQuery(cohortId));
  return (
    <Asked query={query}>
      {({ items }) => {
        const own = items.find(({ accountId }) => accountId === me.id);
        const isOwner = own?.role === 'owner';
        return (
          <>
            <StaffNavOf cohortId={cohortId} isDraft={isDraft} />
            <Staff cohortId={cohortId} staff={items} ownId={me.id} mayDismiss={isOwner} />
            {isOwner && (
              <>
                <Invite cohortId={cohortId} />
                <OpenInvitations cohortId={cohortId} timeZone={me.timeZone} />
              </>
            )}
            {own !== undefined && !isOwner && <LeaveStaff cohortId={cohortId} />}
            {isOwner && organisationId !== undefined && (
              <Muted>
                <Link to="/organisations/$organisationId/log" params={{ organisationId }}>
                  {text('acts.ofStaff')}
                </Link>
              </Muted>
            )}
            <Muted>
              <Link to="/account">{text('roles.title')}</Link>
            </Muted>
          </>
        );
      }}
    </Asked>
  );
}
