import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { type OpenInvitation, openInvitationsQuery, staffQuery } from '../../api/queries';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

/** Invitations that nobody has answered, for the owner to take back. */
export function OpenInvitations({ cohortId, timeZone }: { cohortId: string; timeZone: string }) {
  const text = useText();
  const query = useQuery(openInvitationsQuery(cohortId));
  return (
    <Card title={text('staff.open')}>
      <Asked query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <Muted>{text('staff.noneOpen')}</Muted>}
            <Lines>
              {items.map((invitation) => (
                <OneOpen key={invitation.id} cohortId={cohortId} invitation={invitation} timeZone={timeZone} />
              ))}
            </Lines>
          </>
        )}
      </Asked>
    </Card>
  );
}

interface OneOpenProps {
  cohortId: string;
  invitation: OpenInvitation;
  timeZone: string;
}

function OneOpen({ cohortId, invitation: { id, email, role, expiresAt }, timeZone }: OneOpenProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { take, isBusy, problem } = useAct(
    () =>
      api.membership.DELETE('/cohorts/{cohortId}/invitations/{invitationId}', {
        params: { path: { cohortId, invitationId: id } },
      }),
    {
      refused: { already_accepted: 'staff.accepted' },
      renews: [openInvitationsQuery(cohortId).queryKey, staffQuery(cohortId).queryKey],
    },
  );
  const until = text('invitations.until', { when: dates.date(expiresAt) });
  return (
    <Line
      what={email}
      note={problem ?? `${text('roles.role', { role })} · ${until}`}
      much={
        <Button quiet small onPress={take} isDisabled={isBusy}>
          {text('staff.withdraw')}
        </Button>
      }
    />
  );
}
