import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { linkToken } from '../../features/proving/link-token';
import { ProveEmail } from '../../features/proving/prove-email';
import { meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Where the link of a letter leads that proves an address. It takes a tap: programs that look links up before their readers do not tap. */
export function ConfirmPage() {
  const text = useText();
  const [token] = useState(linkToken);
  const { take, isBusy, isDone, problem } = useAct(() => api.membership.POST('/email-proofs', { body: { token } }), {
    refused: { link_ended: 'confirm.ended', invalid_request: 'confirm.ended' },
    renews: [meQuery.queryKey],
  });
  return (
    <Page title={text('confirm.title')} above={text('app.name')} aside={<LanguageSwitch />}>
      {isDone ? (
        <>
          <Card tone="good" live>
            <p>{text('confirm.done')}</p>
          </Card>
          <ButtonLink to="/">{text('confirm.on')}</ButtonLink>
        </>
      ) : (
        <>
          <Muted>{text('confirm.ask')}</Muted>
          <Problem problem={problem} />
          <Button onPress={take} isDisabled={isBusy}>
            {text('confirm.yes')}
          </Button>
          {problem !== null && <ProveEmail />}
        </>
      )}
    </Page>
  );
}
