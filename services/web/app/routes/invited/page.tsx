import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { isRefusal } from '../../api/refusal';
import { keepCalled } from '../../features/account/called';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { linkToken } from '../../features/proving/link-token';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Where the link of a letter leads that invites to a class. It takes a tap: programs that look links up before their readers do not tap. */
export function InvitedPage() {
  const text = useText();
  const navigate = useNavigate();
  const [token] = useState(linkToken);
  const [found, setFound] = useState<{ cohortId: string; title: string; organisation: string; name: string } | null>(
    null,
  );
  const [isWithdrawn, setWithdrawn] = useState(false);
  const { take, isBusy, problem } = useAct(
    async () => {
      try {
        const invitation = await bodyOf(api.membership.POST('/learner-invitations/use', { body: { token } }));
        keepCalled(invitation.name);
        setFound(invitation);
      } catch (error) {
        if (!isRefusal(error, 'invitation_withdrawn')) throw error;
        setWithdrawn(true);
      }
      // The link is used up: whoever reloads or goes back is not led to it again.
      await navigate({ to: '/invited', hash: '', replace: true });
    },
    { refused: { link_ended: 'invited.ended', invalid_request: 'invited.ended' }, renews: [] },
  );
  return (
    <Page title={text('invited.title')} above={text('app.name')} aside={<LanguageSwitch />}>
      {isWithdrawn ? (
        <Card tone="attention" title={text('invited.withdrawnTitle')} live>
          <p>{text('invited.withdrawn')}</p>
        </Card>
      ) : found === null ? (
        <>
          <Muted>{text('invited.ask')}</Muted>
          <Problem problem={problem} />
          <Button onPress={take} isDisabled={isBusy}>
            {text('invited.open')}
          </Button>
        </>
      ) : (
        <>
          <Card live>
            <p>{text('invited.hello', { name: found.name, organisation: found.organisation, title: found.title })}</p>
          </Card>
          <ButtonLink to="/cohorts/$cohortId" params={{ cohortId: found.cohortId }}>
            {text('invited.on')}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}
