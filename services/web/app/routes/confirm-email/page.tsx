import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { linkToken } from '../../features/proving/link-token';
import { meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Where the link leads that went to a new address. It takes a tap: programs that look links up before their readers do not tap. */
export function ConfirmEmailPage() {
  const text = useText();
  const [token] = useState(linkToken);
  const { take, isBusy, isDone, problem } = useAct(() => api.membership.POST('/email-changes', { body: { token } }), {
    refused: { link_ended: 'confirmEmail.ended', invalid_request: 'confirmEmail.ended' },
    renews: [meQuery.queryKey],
  });
  return (
    <Page title={text('confirmEmail.title')} above={text('app.name')} aside={<LanguageSwitch />}>
      {isDone ? (
        <>
          <Card tone="good" live>
            <p>{text('confirmEmail.done')}</p>
          </Card>
          <ButtonLink to="/">{text('confirm.on')}</ButtonLink>
        </>
      ) : (
        <>
          <Muted>{text('confirmEmail.ask')}</Muted>
          <Problem problem={problem} />
          <Button onPress={take} isDisabled={isBusy}>
            {text('confirm.yes')}
          </Button>
        </>
      )}
    </Page>
  );
}
