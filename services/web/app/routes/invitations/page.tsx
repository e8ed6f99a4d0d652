import { lazy, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { invitationsQuery, type Invitation, rolesQuery } from '../../api/queries';
import { api } from '../../api/client';
import { isRefusal } from '../../api/refusal';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { ProveEmail } from '../../features/proving/prove-email';
import { type Me, meQuery } from '../../features/session/session';
import { useDates } from '../../features/time/use-dates';
import { atWork } from '../../texts/language';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

const FactorRequired = lazy(() =>
  atWork(import('../../features/staff-page/factor-required')).then((module) => ({ default: module.FactorRequired })),
);

/** Offers of a role to the reader's address, and accepting or declining them. */
export function InvitationsPage() {
  const text = useText();
  const query = useQuery(meQuery);
  return (
    <Page title={text('invitations.title')} above={query.data?.email} tabs>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <>
              <Muted>{text('invitations.signIn')}</Muted>
              <ButtonLink to="/sign-in" search={{ next: '/invitations' }}>
                {text('signIn.title')}
              </ButtonLink>
            </>
          ) : (
            <>
              <ProveEmail />
              {me.emailProven && <Invitations me={me} />}
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function Invitations({ me }: { me: Me }) {
  const text = useText();
  const query = useQuery(invitationsQuery);
  const [accepted, setAccepted] = useState<string | null>(null);
  return (
    <>
      {accepted !== null && (
        <Card tone="good" live>
          <p>{text('invitations.accepted', { title: accepted })}</p>
        </Card>
      )}
      <Asked query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && accepted === null && <Muted>{text('invitations.none')}</Muted>}
            {items.map((invitation) => (
              <Offer
                key={invitation.id}
                invitation={invitation}
                timeZone={me.timeZone}
                onAccepted={() => setAccepted(invitation.title)}
              />
            ))}
          </>
        )}
      </Asked>
    </>
  );
}

interface OfferProps {
  invitation: Invitation;
  timeZone: string;
  onAccepted(): void;
}

function Offer({ invitation, timeZone, onAccepted }: OfferProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const [isFactorRequired, setFactorRequired] = useState(false);
  const accepting = useAct(
    async () => {
      try {
        await api.membership.POST('/invitations/{invitationId}/acceptance', {
          params: { path: { invitationId: invitation.id } },
        });
        onAccepted();
      } catch (error) {
        if (!isRefusal(error, 'second_factor_required')) throw error;
        setFactorRequired(true);
      }
    },
    {
      refused: {
        is_a_member: 'invitations.isMember',
        owner_stays: 'invitations.isOwner',
        invitation_ended: 'invitations.ended',
      },
      renews: [invitationsQuery.queryKey, rolesQuery.queryKey],
    },
  );
  const declining = useAct(
    () =>
      api.membership.POST('/invitations/{invitationId}/refusal', { params: { path: { invitationId: invitation.id } } }),
    {
      refused: { already_accepted: 'invitations.already', invitation_ended: 'invitations.ended' },
      renews: [invitationsQuery.queryKey],
    },
  );
  const isBusy = accepting.isBusy || declining.isBusy;
  return (
    <Card title={invitation.title}>
      <p>{text('invitations.offer', { organisation: invitation.organisation.name, role: invitation.role })}</p>
      <Muted>{text('invitations.until', { when: dates.date(invitation.expiresAt) })}</Muted>
      <Problem problem={accepting.problem ?? declining.problem} />
      {isFactorRequired && (
        <Suspense fallback={null}>
          <FactorRequired organisation={invitation.organisation.name} />
        </Suspense>
      )}
      <Button onPress={accepting.take} isDisabled={isBusy}>
        {text('invitations.accept')}
      </Button>
      <Button quiet onPress={declining.take} isDisabled={isBusy}>
        {text('invitations.decline')}
      </Button>
    </Card>
  );
}
