import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { rolesQuery, type StaffMember, staffQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

interface StaffProps {
  cohortId: string;
  staff: readonly StaffMember[];
  ownId: string;
  mayDismiss: boolean;
}

/** Everybody with a role; the owner takes it from others here. */
export function Staff({ cohortId, staff, ownId, mayDismiss }: StaffProps) {
  const text = useText();
  return (
    <Card title={text('staff.who')}>
      <Lines>
        {staff.map((member) => (
          <Line
            key={member.accountId}
            what={member.displayName}
            note={text('roles.role', { role: member.role })}
            {...(member.accountId === ownId ? { much: text('staff.you') } : {})}
            {...(mayDismiss && member.role !== 'owner'
              ? { much: <Dismiss cohortId={cohortId} member={member} /> }
              : {})}
          />
        ))}
      </Lines>
    </Card>
  );
}

function Dismiss({ cohortId, member: { accountId, displayName } }: { cohortId: string; member: StaffMember }) {
  const text = useText();
  const { take, isBusy, problem } = useAct(
    () => api.membership.DELETE('/cohorts/{cohortId}/staff/{accountId}', { params: { path: { cohortId, accountId } } }),
    { renews: [staffQuery(cohortId).queryKey] },
  );
  const { isAsked, ask } = useAskedTwice();
  return (
    <>
      <Problem problem={problem} />
      <Button quiet small isDisabled={isBusy} onPress={isAsked ? take : ask}>
        {isAsked ? text('staff.dismissSure', { name: displayName }) : text('staff.dismiss')}
      </Button>
    </>
  );
}

/** The way out for whoever works here and is not the owner. */
export function LeaveStaff({ cohortId }: { cohortId: string }) {
  const text = useText();
  const navigate = useNavigate();
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.membership.POST('/cohorts/{cohortId}/resignation', { params: { path: { cohortId } } });
      await navigate({ to: '/account' });
    },
    // Not found: the role was given back, or taken away, already.
    { refused: { not_found: 'staff.gone' }, renews: [rolesQuery.queryKey] },
  );
  const { isAsked, ask } = useAskedTwice();
  return (
    <Card title={text('staff.leaveTitle')}>
      <Muted>{text('staff.leaveWhat')}</Muted>
      <Problem problem={problem} />
      <Button quiet isDisabled={isBusy} onPress={isAsked ? take : ask}>
        {isAsked ? text('staff.leaveSure') : text('staff.leave')}
      </Button>
    </Card>
  );
}

/** What cannot be taken back by a tap is asked for by two. */
function useAskedTwice() {
  const [isAsked, setAsked] = useState(false);
  return { isAsked, ask: () => setAsked(true) };
}
